import type { ListName } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

interface ItemProps {
  readonly courseKey: string;
  readonly list: ListName;
  readonly item: { readonly key: string; readonly edition: string; readonly title: string };
}

/** Takes an item away; on the page that follows it can be brought back. */
export function DeleteItem({ courseKey, list, item }: ItemProps) {
  const { t } = useWords();
  return (
    <form method="post" action={urls.studioArrange(courseKey, list, 'delete')}>
      <input type="hidden" name="block" value={item.key} />
      <input type="hidden" name="edition" value={item.edition} />
      <Button look="danger" isSmall data-control="author.delete">
        {t('author.delete')}
        <span class="only-heard"> {item.title}</span>
      </Button>
    </form>
  );
}

/** What was just taken away, with the way back. */
export function UndoItem({
  courseKey,
  list,
  undo,
}: {
  readonly courseKey: string;
  readonly list: ListName;
  readonly undo: { readonly version: string; readonly block: string } | null;
}) {
  const { t } = useWords();
  if (!undo) return null;
  return (
    <Notice tone="good" title={t('coursePages.gone')} isNews>
      <form method="post" action={urls.studioArrange(courseKey, list, 'restore')}>
        <input type="hidden" name="version" value={undo.version} />
        <input type="hidden" name="block" value={undo.block} />
        <Button look="quiet" isSmall data-control="author.undo">
          {t('author.undo')}
        </Button>
      </form>
    </Notice>
  );
}
