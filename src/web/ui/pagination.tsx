import { useWords } from '../i18n.ts';
import { Icon } from './icon.tsx';

/** Previous and next of a list that is shown page by page. Nothing when there is one page. */
export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}) {
  const { t } = useWords();
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={t('pagination.label')}>
      <span>
        {page > 1 ? (
          <a
            class="button button-quiet button-small"
            href={hrefOf(page - 1)}
            rel="prev"
            data-control="pagination.previous"
          >
            <Icon name="back" />
            {t('pagination.previous')}
          </a>
        ) : null}
      </span>
      <span class="soft figures">{t('pagination.where', { page, pages })}</span>
      <span>
        {page < pages ? (
          <a class="button button-quiet button-small" href={hrefOf(page + 1)} rel="next" data-control="pagination.next">
            {t('pagination.next')}
            <Icon name="next" />
          </a>
        ) : null}
      </span>
    </nav>
  );
}
