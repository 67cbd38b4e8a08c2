import type { CourseVersion } from '../../../domains/courses/index.ts';
import type { Words } from '../../i18n.ts';
import { type Links, linksOf } from './author/links.ts';
import type { PictureSize } from './author/sanitising.ts';
import { createStyleClasses, type StyleClasses } from './author/style-classes.ts';
import { pictureSizeOf } from './picture-size.ts';

/** Reads the bytes of a course's file, as many as are asked for; null when there is no such file. */
export type ReadFile = (hash: string, limit_bytes: number) => Promise<Uint8Array | null>;

/** What one page's rendering works with: the course, the words, and the style sheet that comes to be. */
export interface Rendering {
  readonly version: CourseVersion;
  readonly words: Words;
  readonly readFile: ReadFile;
  readonly links: Links;
  readonly styles: StyleClasses;
  /** The class of ours to which authors' own style sheets are confined. */
  readonly scope: string;
  readonly scripts: Set<string>;
  pictureSize(hash: string): Promise<PictureSize | null>;
}

/** Widths and heights stand at the beginning of a picture's file. */
const HEAD_BYTES = 64 * 1024;

export function startRendering(version: CourseVersion, words: Words, readFile: ReadFile, scope: string): Rendering {
  const sizes = new Map<string, Promise<PictureSize | null>>();
  return {
    version,
    words,
    readFile,
    scope,
    links: linksOf(version),
    styles: createStyleClasses(),
    scripts: new Set(),
    pictureSize(hash) {
      let size = sizes.get(hash);
      if (!size) {
        size = readFile(hash, HEAD_BYTES).then((bytes) => (bytes ? pictureSizeOf(bytes) : null));
        sizes.set(hash, size);
      }
      return size;
    },
  };
}
