import type { ComponentChildren } from 'preact';
import type { ControlId } from '../controls.ts';
import { type MessageKey, useWords } from '../i18n.ts';
import { respondWithFilledPage } from '../layout/form-page.tsx';
import { isDone } from '../request/back-done.ts';
import type { SiteContext } from '../request/site-context.ts';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.tsx';
import { Notice } from '../ui/notice.tsx';

/** The places of a desk, in the order of its tabs. */
export type DeskPlaces = Readonly<
  Record<string, { readonly href: string; readonly control: ControlId; readonly label: MessageKey }>
>;

export interface DeskPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly errors?: FieldErrors;
  readonly children: ComponentChildren;
}

/** Answers with a page of a desk. With errors it is a 422; after something was done it says so. */
export function respondWithDeskOf(
  c: SiteContext,
  places: DeskPlaces,
  place: string,
  label: MessageKey,
  props: DeskPageProps,
): Response {
  const { title, errors = {} } = props;
  const frame = { ...props, places, place, label, isDone: isDone(c) };
  return respondWithFilledPage(c, { title, errors, children: <DeskFrame {...frame} /> });
}

interface Frame extends DeskPageProps {
  readonly places: DeskPlaces;
  readonly place: string;
  readonly label: MessageKey;
  readonly isDone: boolean;
}

function DeskFrame({ places, place, label, title, lead, errors = {}, isDone, children }: Frame) {
  const { t } = useWords();
  return (
    <div class="column column-desk stack-wide">
      <nav class="tabs" aria-label={t(label)}>
        {Object.entries(places).map(([name, { href, control, label: said }]) => (
          <a key={name} href={href} aria-current={name === place ? 'page' : undefined} data-control={control}>
            {t(said)}
          </a>
        ))}
      </nav>
      {isDone ? (
        <Notice tone="good" isNews>
          <p>{t('desk.done')}</p>
        </Notice>
      ) : null}
      <header class="stack">
        <h1>{title}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </header>
      <ErrorSummary errors={errors} />
      {children}
    </div>
  );
}
