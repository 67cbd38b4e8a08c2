import type { Words } from '../../../i18n.ts';
import type { Links } from './links.ts';
import type { StyleClasses } from './style-classes.ts';

/** What the sanitiser needs to know of the place where an author's words will stand. */
export interface Sanitising {
  readonly links: Links;
  readonly styles: StyleClasses;
  readonly words: Words;
  /** What the author's headings become, by the level that was written: 3 -> `h2`. */
  readonly headings: ReadonlyMap<number, string>;
  /** Where own HTML files are shown in a sandbox; see `urls.courseFrame`. */
  frameUrl(fileName: string): string;
  /** Pictures that can be shown, by what stands in `src`. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

export interface Picture {
  readonly url: string;
  /** Null when it is not known. */
  readonly size: PictureSize | null;
}

/** In CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Where in the author's tree we are. */
export interface Place {
  readonly inLink: boolean;
  /** Within `pre` or `code`, where no formula begins. */
  readonly isVerbatim: boolean;
}

export const topPlace: Place = { inLink: false, isVerbatim: false };
