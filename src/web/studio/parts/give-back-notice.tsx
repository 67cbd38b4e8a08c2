import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { GiveBack } from './give-back.ts';

/** Says that something was published, with the way to take it back. */
export function GiveBackNotice({
  courseKey,
  giveBack,
}: {
  readonly courseKey: string;
  readonly giveBack: GiveBack | null;
}) {
  const { t } = useWords();
  if (!giveBack?.before) return null;
  return (
    <Notice tone="good" title={t('author.nowPublished')} isNews>
      <ShowVersionForm
        courseKey={courseKey}
        versionId={giveBack.before}
        seen={giveBack.versionId}
        text={t('author.giveBack')}
        control="author.give-back"
      />
    </Notice>
  );
}

/** Makes a version what learners see, instead of the one that they see now. */
export function ShowVersionForm({
  courseKey,
  versionId,
  seen,
  text,
  control,
}: {
  readonly courseKey: string;
  readonly versionId: string;
  readonly seen: string | null;
  readonly text: string;
  readonly control: 'author.give-back' | 'author.show-version';
}) {
  return (
    <form method="post" action={`${urls.studioVersions(courseKey)}/publish`}>
      <input type="hidden" name="version" value={versionId} />
      <input type="hidden" name="seen" value={seen ?? ''} />
      <Button look="quiet" isSmall data-control={control}>
        {text}
      </Button>
    </form>
  );
}
