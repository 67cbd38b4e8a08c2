import { useWords } from '../i18n.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';

/** What is wrong, field by field: what the errors of a form say, by the fields' names. */
export type FieldErrors = Readonly<Record<string, string>>;

/** All errors of a form in one place above it. It takes the focus, so that it is heard first. */
export function ErrorSummary({ errors }: { readonly errors: FieldErrors }) {
  const { t } = useWords();
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="notice notice-bad" role="alert" tabIndex={-1} autofocus aria-labelledby="error-summary-title">
      <Icon name="bad" />
      <div>
        <h2 id="error-summary-title">{t('form.errors', { count: entries.length })}</h2>
        <ul>
          {entries.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} data-control="form.error">
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
