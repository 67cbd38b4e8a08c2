import type { Powers } from '../../powers.ts';
import { courseFiles } from './course-files.ts';

/** Keeps a generated style sheet, so that its address, `urls.asset(HASH, 'style.css')`, leads to it. */
export async function keepStyleSheet(powers: Pick<Powers, 'files' | 'database'>, css: string): Promise<void> {
  await courseFiles(powers).keep(Buffer.from(css), 'text/css');
}
