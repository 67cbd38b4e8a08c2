import { LRUCache } from 'lru-cache';
import type { CourseVersion } from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import { courseFiles } from '../../assets/course-files.ts';
import type { Words } from '../../i18n.ts';
import { type RenderedAuthorHtml, renderAuthorHtml } from '../../learner/render/render-author-html.ts';

const most_texts = 500;
const longest_chars = 200_000;

/** Renders what authors say about their courses, once for each version and language. */
export interface AboutTexts {
  /** Null when the author says nothing. */
  render(version: CourseVersion, words: Words): Promise<RenderedAuthorHtml | null>;
  /** The style sheet of a text that a page has shown; null when it is not at hand. */
  styleOf(versionId: string): string | null;
}

export function createAboutTexts(powers: Pick<Powers, 'files' | 'database'>): AboutTexts {
  const files = courseFiles(powers);
  const rendered = new LRUCache<string, RenderedAuthorHtml>({ max: most_texts });
  const styles = new LRUCache<string, string>({ max: most_texts });
  return {
    async render(version, words) {
      const source = version.info.about.overview?.slice(0, longest_chars).trim();
      if (!source) return null;
      const key = `${version.versionId} ${words.language}`;
      let text = rendered.get(key);
      if (!text) {
        text = await renderAuthorHtml(source, { version, words, files, top: 3 });
        rendered.set(key, text);
      }
      if (text.css) styles.set(version.versionId, text.css);
      return text;
    },
    styleOf: (versionId) => styles.get(versionId) ?? null,
  };
}
