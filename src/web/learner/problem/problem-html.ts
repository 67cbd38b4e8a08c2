import type { Block, CourseVersion } from '../../../domains/courses/index.ts';
import type { ProblemView, ShownProblem } from '../../../domains/learning/index.ts';
import { learnerCopy, type Problem } from '../../../domains/problems/index.ts';
import type { Powers } from '../../../powers.ts';
import { courseFiles } from '../../assets/course-files.ts';
import { keepStyleSheet } from '../../assets/keep-style-sheet.ts';
import type { Words } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import {
  brokenProblem,
  compileProblem,
  createPrepareHtml,
  fillProblem,
  type ProblemTemplate,
  prepareView,
  preparingProblem,
} from '../render/index.ts';

/** A problem on the page of one learner. */
export interface ProblemHtml {
  readonly html: string;
  /** Behaviours that it needs. */
  readonly scripts: readonly string[];
}

export interface ProblemPlace {
  readonly version: CourseVersion;
  readonly block: Block;
  readonly isStaff: boolean;
  readonly words: Words;
  /** Where its form goes; without it to the learner's own answers. */
  readonly action?: string;
}

/** Makes problems' HTML: compiled once for each drawn problem, then filled for each learner. */
export type ProblemWriter = (shown: ShownProblem, place: ProblemPlace) => Promise<ProblemHtml>;

export function createProblemWriter(powers: Pick<Powers, 'database' | 'files'>): ProblemWriter {
  const files = courseFiles(powers);
  const prepare = createPrepareHtml();
  const templates = new WeakMap<Problem, Map<string, Promise<ProblemTemplate>>>();

  function templateOf(problem: Problem, { version, words }: ProblemPlace): Promise<ProblemTemplate> {
    let known = templates.get(problem);
    if (!known) {
      known = new Map();
      templates.set(problem, known);
    }
    const key = `${version.versionId} ${words.language}`;
    let template = known.get(key);
    if (!template) {
      template = compile(problem, version, words);
      // What failed may work the next time.
      template.catch(() => known.delete(key));
      known.set(key, template);
    }
    return template;
  }

  async function compile(problem: Problem, version: CourseVersion, words: Words): Promise<ProblemTemplate> {
    const template = await compileProblem(learnerCopy(problem), { version, words, files });
    if (template.css) await keepStyleSheet(powers, template.css.text);
    return template;
  }

  return async (shown, place) => {
    const { version, block, isStaff, words, action = urls.answer(version.courseKey, block.id) } = place;
    if (shown.type === 'broken') {
      return { html: brokenProblem(block.displayName, shown.because, isStaff, words), scripts: [] };
    }
    if (shown.type === 'preparing') return { html: preparingProblem(block, words), scripts: [] };
    const template = await templateOf(shown.problem, place);
    const view = holdsMarkup(shown.view)
      ? await prepareView(shown.view, { version, words, files }, prepare)
      : shown.view;
    const frame = { title: block.displayName, action, words };
    return { html: fillProblem(template, view, frame), scripts: template.scripts };
  };
}

/** Whether there is anything of the author's in the view that must be made fit for the page. */
function holdsMarkup({ marks, feedback, hints, shownAnswers }: ProblemView): boolean {
  if (feedback.length > 0 || hints.shown.length > 0 || shownAnswers !== null) return true;
  return Object.values(marks).some(({ message }) => message !== '');
}
