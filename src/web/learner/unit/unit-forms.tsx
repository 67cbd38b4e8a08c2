import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';

export function BookmarkForm({
  courseKey,
  unitId,
  isBookmarked,
}: {
  readonly courseKey: string;
  readonly unitId: string;
  readonly isBookmarked: boolean;
}) {
  const { t } = useWords();
  return (
    <form class="bookmark-form" method="post" action={urls.bookmark(courseKey, unitId)} data-behaviour="swap-form">
      <Button
        look="quiet"
        isSmall
        name="set"
        value={isBookmarked ? 'no' : 'yes'}
        data-control={isBookmarked ? 'unit.bookmark-remove' : 'unit.bookmark-add'}
      >
        <svg class={isBookmarked ? 'icon bookmark-mark-full' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M5.5 3h9v14L10 13.2 5.5 17z"
            fill="none"
            stroke="currentColor"
            stroke-width="1.6"
            stroke-linejoin="round"
          />
        </svg>
        {isBookmarked ? t('unit.bookmarkRemove') : t('unit.bookmarkAdd')}
      </Button>
    </form>
  );
}

/** For whoever watched a video where no script could see it. */
export function WatchedForm({ courseKey, unitId }: { readonly courseKey: string; readonly unitId: string }) {
  const { t } = useWords();
  return (
    <form class="watched-form" method="post" action={urls.watched(courseKey, unitId)}>
      <p class="soft">{t('unit.watchedWhy')}</p>
      <Button look="quiet" isSmall data-control="unit.watched">
        {t('unit.watched')}
      </Button>
    </form>
  );
}
