import { recordAssets, type Staging, storeWithFiles } from '../../../domains/assets/index.ts';
import {
  addFiles,
  fileKindOf,
  fileNameFor,
  type NewFile,
  type Prepared,
  prepareFile,
  type Refused,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { readUploads, type Uploads } from '../../request/read-uploads.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/** Of one upload. */
export const most_files = 100;

/** Which of the files that were sent came in, under which names, and which did not. */
export interface Taken {
  readonly type: 'taken';
  readonly fields: ReadonlyMap<string, string>;
  readonly added: readonly { readonly written: string; readonly name: string }[];
  readonly refused: readonly { readonly written: string; readonly because: NotTaken }[];
  /** Null where none came in. */
  readonly versionId: string | null;
}

export type NotTaken = Extract<Prepared, { type: 'refused' }>['because'] | 'too-large' | 'other-kind';

type NoUpload = Extract<Uploads<never>, { type: 'refused' }>;
type Stored = Awaited<ReturnType<Staging['put']>>;

/** Takes files into the draft of a course, all that can be in one version; of the others nothing is left. */
export async function takeUploads(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
): Promise<Taken | NoUpload | Refused> {
  const largest_bytes = powers.config.uploadLimit_MB * 1_000_000;
  const limits = { files: most_files, file_bytes: largest_bytes, all_bytes: largest_bytes + 1_000_000 };
  const staging = await powers.files.stage();
  const staged = new Set<string>();
  try {
    const noting: Staging = { ...staging, put: async (bytes) => note(staged, await staging.put(bytes)) };
    const sent = await readUploads(c, limits, (stream) => noting.put(stream));
    if (sent.type === 'refused') return sent;
    const ready: (NewFile & { readonly written: string })[] = [];
    const refused: { written: string; because: NotTaken }[] = [];
    for (const { fileName: written, taken } of sent.files) {
      const name = sent.fields.get('into') || fileNameFor(written, sent.fields.get('folder') ?? '');
      const one = taken ? await prepareFile(noting, name, taken) : ({ type: 'refused', because: 'too-large' } as const);
      if (one.type === 'refused') refused.push({ written, because: one.because });
      else if (sent.fields.has('into') && !(await isLike(powers, place, one)))
        refused.push({ written, because: 'other-kind' });
      else ready.push({ ...one, written });
    }
    const wanted = new Set(ready.map(({ file }) => file.hash));
    for (const hash of staged) if (!wanted.has(hash)) await staging.drop(hash);
    const { fields } = sent;
    if (ready.length === 0) return { type: 'taken', fields, added: [], refused, versionId: null };
    const result = await store(c, powers, place, { staging, ready, fields });
    if (result.type === 'refused') return result;
    const added = ready.map(({ written }, at) => ({ written, name: result.names[at]! }));
    return { type: 'taken', fields, added, refused, versionId: result.versionId };
  } finally {
    await staging.discard();
  }
}

/** Whether a file may take the place of the one that has its name: a film under a picture's name would be neither. */
async function isLike(powers: Powers, place: CoursePlace, { name, file }: NewFile): Promise<boolean> {
  const { version } = await openDraft(powers, place);
  const before = version.files.get(name);
  return before !== undefined && fileKindOf(before.mediaType) === fileKindOf(file.media_type);
}

function note(staged: Set<string>, stored: Stored): Stored {
  staged.add(stored.hash);
  return stored;
}

function store(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  {
    staging,
    ready,
    fields,
  }: {
    readonly staging: Staging;
    readonly ready: readonly NewFile[];
    readonly fields: ReadonlyMap<string, string>;
  },
) {
  const replace = fields.get('replace') === 'yes' || fields.has('into');
  const message = c.var.words.t('author.files.did.uploaded', { count: ready.length, name: ready[0]!.name });
  const edit = { courseKey: place.course.key, author: place.reader.personId, message };
  return storeWithFiles(powers, staging, async (w) => {
    const result = await addFiles(w, powers.versions, edit, ready, { replace });
    if (result.type === 'refused') for (const { file } of ready) await staging.drop(file.hash);
    else
      await recordAssets(
        w,
        ready.map(({ file: { media_type: mediaType, ...stored } }) => ({ ...stored, mediaType })),
      );
    return result;
  });
}
