import type { BlockId, CourseVersion } from '../../../domains/courses/index.ts';
import type { Words } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { type Links, linksOf } from './author/links.ts';
import type { PictureSize } from './author/sanitising.ts';
import { createStyleClasses, type StyleClasses } from './author/style-classes.ts';
import { pictureSizeOf } from './picture-size.ts';

/** The bytes of a course's files, as rendering needs them. */
export interface CourseFiles {
  /** The first bytes, as many as are asked for; null when there is no such file. */
  read(hash: string, limit_bytes: number): Promise<Uint8Array | null>;
  /** Keeps what stood inside of a page, such as a picture written as text. @returns its hash */
  keep(bytes: Uint8Array, mediaType: string): Promise<string>;
}

/** Where something is rendered for: its course's files and links, and the language of our words. */
export interface RenderingPlace {
  readonly version: CourseVersion;
  readonly words: Words;
  readonly files: CourseFiles;
  /** Where an author's program has its frame; without it where learners have it. */
  readonly frameOf?: (blockId: BlockId) => string;
}

/** What one page's rendering works with: the course, the words, and the style sheet that comes to be. */
export interface Rendering {
  readonly version: CourseVersion;
  readonly words: Words;
  readonly files: CourseFiles;
  readonly links: Links;
  readonly styles: StyleClasses;
  /** The class of ours to which authors' own style sheets are confined. */
  readonly scope: string;
  readonly scripts: Set<string>;
  /** Where an author's program has its frame. */
  frameOf(blockId: BlockId): string;
  pictureSize(hash: string): Promise<PictureSize | null>;
}

/** Widths and heights stand at the beginning of a picture's file. */
const head_bytes = 64 * 1024;

export function startRendering({ version, words, files, frameOf }: RenderingPlace, scope: string): Rendering {
  const sizes = new Map<string, Promise<PictureSize | null>>();
  return {
    version,
    words,
    files,
    scope,
    links: linksOf(version),
    styles: createStyleClasses(),
    scripts: new Set(),
    frameOf: frameOf ?? ((blockId) => urls.frame(version.courseKey, blockId)),
    pictureSize(hash) {
      let size = sizes.get(hash);
      if (!size) {
        size = files.read(hash, head_bytes).then((bytes) => (bytes ? pictureSizeOf(bytes) : null));
        sizes.set(hash, size);
      }
      return size;
    },
  };
}
