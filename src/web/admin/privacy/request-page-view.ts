import type { ReplyTemplate } from '../../../domains/outreach/index.ts';
import type { RequestView } from '../../../domains/requests/index.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';

/** A request and all that can be done about it. */
export interface RequestPageView {
  readonly request: RequestView;
  readonly today: string;
  readonly operators: ReadonlyMap<string, string>;
  readonly templates: readonly ReplyTemplate[];
  readonly letter: { readonly subject: string; readonly body: string };
  readonly isRestricted: boolean;
  readonly errors: FieldErrors;
}
