import { LRUCache } from 'lru-cache';
import type { CourseVersion } from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import { courseFiles } from '../../assets/course-files.ts';
import { keepStyleSheet } from '../../assets/keep-style-sheet.ts';
import { sheetHref } from '../../assets/style-sheet.ts';
import type { Words } from '../../i18n.ts';
import { renderAuthorHtml } from '../render/index.ts';

/** An author's text as part of a page. */
export interface AuthorText {
  readonly html: string;
  readonly styleHref: string | null;
  readonly scripts: readonly string[];
}

const most_texts = 500;
const longest_chars = 500_000;

/** Renders an author's texts outside of units, once for each version and language. */
export type AuthorPages = (source: string, version: CourseVersion, words: Words) => Promise<AuthorText>;

/** @param top the level of a text's highest heading */
export function createAuthorPages(powers: Pick<Powers, 'database' | 'files'>, top = 2): AuthorPages {
  const files = courseFiles(powers);
  const known = new LRUCache<string, AuthorText>({ max: most_texts });
  return async (source, version, words) => {
    const key = `${version.versionId} ${words.language} ${source}`;
    const kept = known.get(key);
    if (kept) return kept;
    const place = { version, words, files, top };
    const { html, css, scripts } = await renderAuthorHtml(source.slice(0, longest_chars), place);
    if (css !== '') await keepStyleSheet(powers, css);
    const text = { html, styleHref: sheetHref(css), scripts };
    known.set(key, text);
    return text;
  };
}
