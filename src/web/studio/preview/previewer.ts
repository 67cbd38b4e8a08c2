import { type Block, type CourseVersion, getContents } from '../../../domains/courses/index.ts';
import { drawForTrial, showTrial, type Trial, unanswered } from '../../../domains/learning/index.ts';
import type { Answers, Problem } from '../../../domains/problems/index.ts';
import type { Powers } from '../../../powers.ts';
import { courseFiles } from '../../assets/course-files.ts';
import { keepStyleSheet } from '../../assets/keep-style-sheet.ts';
import { sheetHref } from '../../assets/style-sheet.ts';
import type { Words } from '../../i18n.ts';
import { createProblemWriter, type ProblemHtml } from '../../learner/problem/problem-html.ts';
import { fillAsked, fillDoneMark, fillPieces, renderUnit } from '../../learner/render/index.ts';
import { urls } from '../../urls.ts';

/** A block as its learners see it: through the same cleaning and the same sandboxes. */
export interface Preview {
  readonly html: string;
  readonly scripts: readonly string[];
  readonly styleHref: string | null;
}

/** A block of a draft; `texts` are the contents that may not be stored, by hash. */
export interface PreviewedBlock {
  readonly version: CourseVersion;
  readonly block: Block;
  readonly texts?: ReadonlyMap<string, string>;
  /** Stands in the address of a problem's form: whether it tries what is stored or what is being written. */
  readonly source: TrialSource;
}

export type TrialSource = 'stored' | 'written';

export interface Previewer {
  /** `seed` draws the problems. */
  show(at: PreviewedBlock, words: Words, seed?: number): Promise<Preview>;
  /** A problem with what was answered so far; `readAnswers` takes the answers out of the form that the problem has. */
  tryOut(
    at: PreviewedBlock,
    words: Words,
    trial: Omit<Trial, 'answers'>,
    readAnswers: (problem: Problem) => Answers,
  ): Promise<ProblemHtml>;
}

/** The variant that a preview begins with, as learners get it where nothing is drawn. */
const firstTrial: Omit<Trial, 'answers'> = {
  seed: 1,
  isHandedIn: false,
  hintsShown: 0,
  isAnswerShown: false,
};

export function createPreviewer(powers: Powers): Previewer {
  const { database, learning } = powers;
  const files = courseFiles(powers);
  const writeProblem = createProblemWriter(powers);

  async function contentsOf({ block, texts = new Map() }: PreviewedBlock): Promise<ReadonlyMap<string, string>> {
    const wanted = hashesIn(block).filter((hash) => !texts.has(hash));
    return new Map([...(await getContents(database.read('provide'), wanted)), ...texts]);
  }

  const tryOut: Previewer['tryOut'] = async (at, words, trial, readAnswers) => {
    const { version, block, source } = at;
    const place = { version, block, isStaff: true, words, action: trialAddress(at, source, trial) };
    const text = block.contentHash ? ((await contentsOf(at)).get(block.contentHash) ?? '') : '';
    if (text === '') return { html: '', scripts: [] };
    const problem = await drawForTrial(learning, version, text, trial.seed);
    if (problem.type !== 'problem') return writeProblem(problem, place);
    const now = database.read('provide').now();
    const given = { ...trial, answers: readAnswers(problem) };
    const view = await showTrial(learning, { version, block, problem }, given, now);
    return writeProblem({ type: 'shown', problem, view }, place);
  };

  return {
    tryOut,
    async show(at, words, seed = 1) {
      const { version, block } = at;
      const contents = await contentsOf(at);
      const frameOf = (id: string) => `${urls.studioBlockAction(version.courseKey, id, 'frame')}?of=${at.source}`;
      const rendered = await renderUnit({ version, unit: block, contents, words, files, frameOf });
      if (rendered.css !== '') await keepStyleSheet(powers, rendered.css);
      const scripts = new Set(rendered.scripts);
      const problems = new Map<string, string>();
      for (const problem of problemsIn(block)) {
        const { html, scripts: own } = await tryOut(
          { ...at, block: problem },
          words,
          { ...firstTrial, seed },
          () => ({}),
        );
        problems.set(problem.id, html);
        for (const script of own) scripts.add(script);
      }
      const html = fillPieces(rendered.segments, {
        problem: (id) => problems.get(id) ?? '',
        doneMark: (id) => fillDoneMark(id, false, { courseKey: null, words }),
        asked: (hole) => fillAsked(hole, unanswered, { courseKey: null, words }),
        videoPosition: () => 0,
        chosen: (_id, options) => options,
        isStaff: true,
      });
      return { html, scripts: [...scripts], styleHref: sheetHref(rendered.css) };
    },
  };
}

function trialAddress({ version, block }: PreviewedBlock, source: TrialSource, trial: Omit<Trial, 'answers'>): string {
  const { seed, hintsShown, isAnswerShown } = trial;
  const query = `?of=${source}&seed=${seed}&hints=${hintsShown}${isAnswerShown ? '&shown' : ''}`;
  return urls.studioBlockAction(version.courseKey, block.id, 'try') + query;
}

function hashesIn(block: Block): readonly string[] {
  return [...(block.contentHash ? [block.contentHash] : []), ...block.children.flatMap(hashesIn)];
}

function problemsIn(block: Block): readonly Block[] {
  return [...(block.tag === 'problem' ? [block] : []), ...block.children.flatMap(problemsIn)];
}
