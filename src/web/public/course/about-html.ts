import { plainText } from '../../../domains/catalog/index.ts';
import type { CourseVersion } from '../../../domains/courses/index.ts';

const most_chars = 20_000;

/** What the author says about the course, as HTML that is safe on our page. */
export async function aboutHtml(version: CourseVersion): Promise<string> {
  const text = plainText(version.info.about.overview ?? '', most_chars);
  const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text ? `<p>${text.replace(/[&<>]/g, (sign) => escapes[sign] ?? '')}</p>` : '';
}
