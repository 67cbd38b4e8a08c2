import type { ComponentChildren } from 'preact';
import type { SiteContext } from '../request/site-context.ts';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.tsx';
import { type PageProps, respondWithPage } from './page.tsx';

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

/** Answers with a page that is one form. */
export function respondWithForm(c: SiteContext, props: FormPageProps): Response {
  const { title, scripts, errors = {} } = props;
  return respondWithFilledPage(c, { title, scripts, errors, children: <FormPage {...props} /> });
}

/** Answers with a page that holds forms. With errors it is a 422, and the tab says so too. */
export function respondWithFilledPage(
  c: SiteContext,
  { title, errors, ...props }: PageProps & { readonly errors: FieldErrors },
): Response {
  const hasErrors = Object.keys(errors).length > 0;
  const said = hasErrors ? c.var.words.t('form.errorTitle', { title }) : title;
  return respondWithPage(c, { title: said, ...props }, hasErrors ? 422 : 200);
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
