import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { PlaceLink } from './file-parts.tsx';
import type { FileToDelete } from './files-acts.ts';
import type { FilesView } from './files-view.ts';
import type { Taken } from './take-uploads.ts';

/** What just came of something that was done to files. */
export interface FilesNews {
  /** The version that it made: it can be taken back. */
  readonly made?: string;
  /** What was sent, where not all of it came in. */
  readonly taken?: Taken;
  /** Why nothing was done. */
  readonly refusal?: string;
  /** Files that are used, whose author is asked once more. */
  readonly asked?: readonly FileToDelete[];
}

export function NewsOfFiles({ news, view }: { readonly news: FilesNews; readonly view: FilesView }) {
  const { t } = useWords();
  const { made, taken, refusal, asked } = news;
  const { courseKey } = view.course;
  return (
    <>
      {refusal ? <Notice tone="bad" title={refusal} isNews /> : null}
      {taken && taken.refused.length > 0 ? <NotTakenFiles taken={taken} limit_MB={view.limit_MB} /> : null}
      {made ? (
        <Notice tone="good" title={t('author.files.done')} isNews>
          {taken && taken.added.length > 0 ? (
            <p class="figures">{t('author.files.added', { count: taken.added.length })}</p>
          ) : null}
          <form method="post" action={urls.undoStudioFiles(courseKey)}>
            <input type="hidden" name="version" value={made} />
            <Button look="quiet" isSmall data-control="author.files-undo">
              {t('author.undo')}
            </Button>
          </form>
        </Notice>
      ) : null}
      {asked ? <AskToDelete asked={asked} courseKey={courseKey} /> : null}
    </>
  );
}

function NotTakenFiles({ taken: { refused }, limit_MB }: { readonly taken: Taken; readonly limit_MB: number }) {
  const { t } = useWords();
  return (
    <Notice tone="bad" title={t('author.files.notTaken', { count: refused.length })} isNews>
      <ul>
        {refused.map(({ written, because }, at) => (
          <li key={`${at} ${written}`}>
            <bdi>{written}</bdi>: {t(`author.files.fault.${because}`, { size: limit_MB })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const few_places = 5;

function AskToDelete({ asked, courseKey }: { readonly asked: readonly FileToDelete[]; readonly courseKey: string }) {
  const { t } = useWords();
  const used = asked.filter(({ places }) => places.length > 0);
  return (
    <Notice tone="warn" title={t('author.files.sure', { count: used.length })} isNews>
      <ul>
        {used.map(({ name, places }) => (
          <li key={name}>
            <bdi>{name}</bdi>
            <ul>
              {places.slice(0, few_places).map((place) => (
                <li key={`${place.type} ${place.id}`}>
                  <PlaceLink courseKey={courseKey} place={place} mayEdit />
                </li>
              ))}
            </ul>
            {places.length > few_places ? t('author.files.morePlaces', { count: places.length - few_places }) : null}
          </li>
        ))}
      </ul>
      <form method="post" action={urls.changeStudioFiles(courseKey)}>
        {asked.map(({ name }) => (
          <input key={name} type="hidden" name="file" value={name} />
        ))}
        <input type="hidden" name="sure" value="yes" />
        <Button name="action" value="delete" look="danger" isSmall data-control="author.files-delete">
          {t('author.files.deleteAnyway', { count: asked.length })}
        </Button>
      </form>
    </Notice>
  );
}
