import type { ComponentChildren } from 'preact';
import { respondWithPage } from '../layout/page.tsx';
import type { SiteContext } from '../request/site-context.ts';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.tsx';

interface FormPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly errors?: FieldErrors;
  /** Behaviours that fill in what the browser knows. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
  /** Stands below the form. */
  readonly after?: ComponentChildren;
}

/** Answers with a page that is one form. With errors it is a 422, and the tab says so too. */
export function respondWithForm(c: SiteContext, props: FormPageProps): Response {
  const { t } = c.var.words;
  const hasErrors = Object.keys(props.errors ?? {}).length > 0;
  const title = hasErrors ? t('form.errorTitle', { title: props.title }) : props.title;
  return respondWithPage(
    c,
    { title, scripts: props.scripts, children: <FormPage {...props} /> },
    hasErrors ? 422 : 200,
  );
}

function FormPage({ title, lead, action, errors = {}, children, after }: FormPageProps) {
  return (
    <div class="column form-column stack-wide">
      <div class="stack">
        <h1>{title}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </div>
      <ErrorSummary errors={errors} />
      <form class="form" method="post" action={action} novalidate>
        {children}
      </form>
      {after}
    </div>
  );
}

/** Answers with a page that says what happens next. */
export function respondWithNews(
  c: SiteContext,
  news: { readonly title: string; readonly text: string; readonly more?: ComponentChildren },
  status: 200 | 403 | 404 = 200,
): Response {
  const { title, text, more } = news;
  return respondWithPage(
    c,
    {
      title,
      children: (
        <div class="column form-column stack">
          <h1>{title}</h1>
          <p class="lead">{text}</p>
          {more}
        </div>
      ),
    },
    status,
  );
}
