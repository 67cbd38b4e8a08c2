import type { Writing } from '../../kernel/database/index.ts';
import {
  hashContent,
  idOf,
  inFolder,
  type Manifest,
  policyPaths,
  type StoredVersion,
  type VersionCache,
} from '../courses/index.ts';
import { keepText } from './block-source.ts';
import { changeDraft } from './change-draft.ts';
import { type Edit, type EditResult, type NewSettings, refused } from './edit.ts';
import { editionOf } from './places.ts';
import { writeSettings } from './set-settings.ts';

/** What is to be changed in the course as a whole, in one version. */
export interface NewCourse {
  /** What the author had before them; see `editionOfCourse`, with the same paths. */
  readonly edition: string;
  /** Settings of the course block, as Open edX names them. */
  readonly settings?: NewSettings;
  /** Texts by path below the course's folder, as `placeOfText` gives it: null takes one away. */
  readonly texts?: Readonly<Record<string, string | null>>;
}

const longestText_chars = 900_000;

/**
 * Changes the course's own settings and its texts: about page, updates, handouts, pages, grading policy. Refused as
 * `moved-on` when one of them changed since.
 */
export function setCourse(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { edition, settings = {}, texts = {} }: NewCourse,
): Promise<EditResult> {
  return changeDraft<EditResult>(w, versions, edit, async (draft) => {
    const { root } = draft;
    const blockId = idOf(root);
    if (edition !== editionOfCourse(draft, Object.keys(texts)))
      return { type: 'moved-on', blockId, yours: '', theirs: '' };
    if (Object.values(texts).some((text) => (text?.length ?? 0) > longestText_chars)) return refused('too-long');
    const written = await writeSettings(w, draft, root, settings);
    if (written.type === 'refused') return written;
    const manifest = withTexts(written.manifest, texts, written.contents);
    return { ...written, type: 'change', blockId, manifest };
  });
}

/** Which edition of the course's settings and of these texts somebody has before them. */
export function editionOfCourse({ root, manifest }: StoredVersion, paths: readonly string[] = []): string {
  const hashes = [...policyPaths(root.name), ...[...paths].sort()].map(
    (path) => manifest.documents[inFolder(manifest, path)] ?? '-',
  );
  return hashContent(Buffer.from([editionOf(root), ...hashes].join('\n')));
}

/** Where a text of the course lies, such as `overview.html` in `about`: in the run's own folder if it is there, which wins. */
export function placeOfText({ root, manifest }: StoredVersion, folder: string, name: string): string {
  const own = `${folder}/${root.name}/${name}`;
  return manifest.documents[inFolder(manifest, own)] === undefined ? `${folder}/${name}` : own;
}

function withTexts(
  manifest: Manifest,
  texts: Readonly<Record<string, string | null>>,
  contents: Map<string, Uint8Array>,
): Manifest {
  const documents: Record<string, string> = { ...manifest.documents };
  for (const [path, text] of Object.entries(texts)) {
    if (text === null) delete documents[inFolder(manifest, path)];
    else documents[inFolder(manifest, path)] = keepText(contents, text);
  }
  const isSame = Object.keys(texts).every((path) => {
    const place = inFolder(manifest, path);
    return documents[place] === manifest.documents[place];
  });
  return isSame ? manifest : { ...manifest, documents };
}
