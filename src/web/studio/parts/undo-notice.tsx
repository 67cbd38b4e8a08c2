import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { UndoView } from '../outline/outline-view.ts';

/** Says what was just taken away, with the way to bring it back. */
export function UndoNotice({
  courseKey,
  undo,
  back,
}: {
  readonly courseKey: string;
  readonly undo: UndoView | null;
  /** The unit whose page this is; empty for the outline. */
  readonly back: string;
}) {
  const { t } = useWords();
  if (!undo) return null;
  return (
    <Notice tone="good" title={t('author.gone', { title: undo.title })} isNews>
      <form method="post" action={urls.studioEdit(courseKey, 'restore')} data-behaviour="swap-form">
        <input type="hidden" name="version" value={undo.version} />
        <input type="hidden" name="block" value={undo.block} />
        <input type="hidden" name="back" value={back} />
        <Button look="quiet" isSmall data-control="author.undo">
          {t('author.undo')}
        </Button>
      </form>
    </Notice>
  );
}
