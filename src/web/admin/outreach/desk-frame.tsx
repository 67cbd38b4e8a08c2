import type { ComponentChildren } from 'preact';
import type { ControlId } from '../../controls.ts';
import { useWords } from '../../i18n.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import type { SiteContext } from '../../request/site-context.ts';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

const places = {
  inquiries: { href: urls.desk(), control: 'desk.inquiries' },
  mailings: { href: urls.mailings(), control: 'desk.mailings' },
  forms: { href: urls.deskForms(), control: 'desk.forms' },
  templates: { href: urls.replyTemplates(), control: 'desk.templates' },
  pages: { href: urls.deskPages(), control: 'desk.pages' },
  opening: { href: urls.opening(), control: 'desk.opening' },
} as const satisfies Readonly<Record<string, { readonly href: string; readonly control: ControlId }>>;

export type DeskPlace = keyof typeof places;

interface DeskPageProps {
  readonly place: DeskPlace;
  readonly title: string;
  readonly lead?: string;
  readonly errors?: FieldErrors;
  readonly children: ComponentChildren;
}

/** Answers with a page of the desk. With errors it is a 422; after something was done it says so. */
export function respondWithDesk(c: SiteContext, props: DeskPageProps): Response {
  const { title, errors = {} } = props;
  const isDone = c.req.method === 'GET' && c.req.query('done') !== undefined;
  return respondWithFilledPage(c, { title, errors, children: <DeskFrame {...props} isDone={isDone} /> });
}

/** Back to a page of the desk, which says that it is done. */
export function backDone(c: SiteContext, address: string): Response {
  return c.redirect(`${address}?done`, 303);
}

function DeskFrame({
  place,
  title,
  lead,
  errors = {},
  isDone,
  children,
}: DeskPageProps & { readonly isDone: boolean }) {
  const { t } = useWords();
  return (
    <div class="column column-desk stack-wide">
      <nav class="tabs" aria-label={t('desk.navigation')}>
        {Object.entries(places).map(([name, { href, control }]) => (
          <a key={name} href={href} aria-current={name === place ? 'page' : undefined} data-control={control}>
            {t(`desk.place.${name as DeskPlace}`)}
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
