import { LRUCache } from 'lru-cache';
import type { ProblemView } from '../../../../domains/learning/index.ts';
import { authorMarkup } from '../author/author-markup.ts';
import { type RenderingPlace, startRendering } from '../rendering.ts';

/** Makes author's HTML fit for the page. It is kept in memory, since the same feedback goes to many. */
export type PrepareHtml = (html: string, place: RenderingPlace) => Promise<string>;

const most_texts = 5_000;

export function createPrepareHtml(): PrepareHtml {
  const known = new LRUCache<string, string>({ max: most_texts });
  return async (html, place) => {
    if (!/[<&\\`[]/.test(html)) return html;
    const key = `${place.version.versionId} ${place.words.language} ${html}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    // Its styles are left out: they would need a sheet of their own for a sentence.
    const fit = await authorMarkup(html, 4, startRendering(place, 'problem-text'));
    known.set(key, fit);
    return fit;
  };
}

/** The view with all of the author's HTML in it made fit for the page. Costs nothing where there is none. */
export async function prepareView(
  view: ProblemView,
  place: RenderingPlace,
  prepare: PrepareHtml,
): Promise<ProblemView> {
  const fitted = (html: string) => prepare(html, place);
  const all = (htmls: readonly string[]) => Promise.all(htmls.map(fitted));
  const marks: Record<string, ProblemView['marks'][string]> = {};
  for (const [id, mark] of Object.entries(view.marks)) marks[id] = { ...mark, message: await fitted(mark.message) };
  const feedback = await Promise.all(
    view.feedback.map(async (entry) => ({ ...entry, html: await fitted(entry.html) })),
  );
  const hints = { ...view.hints, shown: await all(view.hints.shown) };
  if (!view.shownAnswers) return { ...view, marks, feedback, hints };
  const answers: Record<string, string> = {};
  for (const [id, answer] of Object.entries(view.shownAnswers.answers)) answers[id] = await fitted(answer);
  return {
    ...view,
    marks,
    feedback,
    hints,
    shownAnswers: { ...view.shownAnswers, answers, solutions: await all(view.shownAnswers.solutions) },
  };
}
