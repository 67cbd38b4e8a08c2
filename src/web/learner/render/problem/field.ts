import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { withoutMarks } from './template.ts';

/** What a field has in common with all others. */
export interface Field {
  /** `id`, `name` and what ties it to its words. */
  readonly ids: string;
  readonly id: string;
  readonly described: string;
  readonly mark: string;
}

/** Author's text within an attribute or between tags. */
export function attribute(text: string): string {
  return escapeMarkup(withoutMarks(text));
}
