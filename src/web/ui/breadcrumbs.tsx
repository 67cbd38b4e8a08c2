import { useWords } from '../i18n.ts';
import { Icon } from './icon.tsx';

/** The way from the first page to this one; the last step is the page itself. */
export function Breadcrumbs({
  steps,
}: {
  readonly steps: readonly { readonly label: string; readonly href?: string }[];
}) {
  const { t } = useWords();
  return (
    <nav class="breadcrumbs" aria-label={t('breadcrumbs.label')}>
      <ol>
        {steps.map(({ label, href }, index) => (
          <li key={label}>
            {index > 0 ? <Icon name="next" /> : null}
            {href ? (
              <a href={href} data-control="breadcrumbs.step">
                {label}
              </a>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
