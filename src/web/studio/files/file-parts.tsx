import type { CoursePlace as Place } from '../../../domains/studio/index.ts';
import { useWords, type Words } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { kindName } from '../parts/kind-name.ts';
import type { FileRow } from './files-view.ts';

/** What is larger is not drawn small: fifty of them would be a page of megabytes. */
const largestThumbnail_bytes = 300_000;

/** A small picture of a picture; for all else its ending. */
export function FilePicture({ row: { name, hash, kind, size_bytes } }: { readonly row: FileRow }) {
  if (kind === 'picture' && size_bytes <= largestThumbnail_bytes) {
    return (
      <img class="studio-file-picture" src={urls.asset(hash, name)} alt="" width={48} height={48} loading="lazy" />
    );
  }
  const ending = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).slice(0, 4) : '';
  return (
    <span class="studio-file-picture" aria-hidden="true">
      {ending}
    </span>
  );
}

/** Kind, size, lock, and how often it is used. */
export function FileFacts({ row: { kind, size_bytes, isLocked, uses } }: { readonly row: FileRow }) {
  const words = useWords();
  const { t } = words;
  return (
    <p class="small soft figures">
      {t(`author.files.kind.${kind}`)} · {sizeWords(words, size_bytes)} · {t('author.files.uses', { count: uses })}
      {isLocked ? <span class="tag">{t('author.files.locked')}</span> : null}
    </p>
  );
}

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** A size as people read it, in steps of a thousand. */
export function sizeWords({ number }: Pick<Words, 'number'>, size_bytes: number): string {
  const step = size_bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size_bytes) / 3));
  const value = size_bytes / 1000 ** step;
  return `${number(value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[step]}`;
}

/** A place that names a file or holds a link, with the way to where it is written. */
export function PlaceLink({
  courseKey,
  place,
  mayEdit,
}: {
  readonly courseKey: string;
  readonly place: Place;
  readonly mayEdit: boolean;
}) {
  const words = useWords();
  const { type, id, tag, title } = place;
  const kind = type === 'block' ? kindName(words, tag) : words.t(`author.files.place.${type}`);
  const isEditable = type === 'block' && mayEdit && !/^(?:course|chapter|sequential|vertical)$/.test(tag);
  return (
    <>
      {isEditable ? (
        <a href={urls.studioBlock(courseKey, id)} dir="auto" data-control="author.files-place">
          {title || kind}
        </a>
      ) : (
        <bdi>{title || kind}</bdi>
      )}{' '}
      <span class="small soft">{kind}</span>
    </>
  );
}
