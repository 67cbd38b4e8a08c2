import { afterAll, describe, expect, it } from 'vitest';
import { createScriptPool } from '../../src/domains/learning/index.ts';
import {
  drawProblem,
  gradeProblem,
  learnerCopy,
  needsScript,
  type Problem,
  readProblem,
  scriptJob,
} from '../../src/domains/problems/index.ts';
import { parseXml, XmlError } from '../../src/kernel/xml/index.ts';
import { ownAnswers } from './own-answers.ts';
import { courseArchives, type ProblemFile, problemsOf } from './problem-sources.ts';

const archives = courseArchives();

/** Why a script of the corpus cannot run here: Python 2, or modules that no site has without its operator. */
const notOurs =
  /not installed on this site|No module named|Missing parentheses|inconsistent use of tabs|cannot import name/;

interface Tally {
  problems: number;
  drawn: number;
  stated: number;
  accepted: number;
  readonly unexpected: string[];
}

describe.skipIf(archives.length === 0)('every problem of the real courses (skipped where they are absent)', () => {
  const scripts = createScriptPool();
  const total: Tally = { problems: 0, drawn: 0, stated: 0, accepted: 0, unexpected: [] };

  it.each(archives)('%s', { timeout: 180_000 }, async (archive) => {
    const run = scripts.runnerFor({ version: archive, library: async () => null });
    const draw = async ({ source }: ProblemFile) => {
      const read = readProblem(source);
      if (read.type === 'broken') return read;
      const job = scriptJob(read, 1);
      return drawProblem(read, 1, job && (await run(job)), 'p');
    };
    const unexpected: string[] = [];
    for await (const file of problemsOf(archive)) {
      total.problems++;
      const problem = await draw(file);
      if (problem.type === 'problem') unexpected.push(...check(file, problem, total));
      else if (isFault(file.source, problem.because)) unexpected.push(`${file.path}: ${problem.because}`);
    }
    expect(unexpected).toEqual([]);
  });

  afterAll(async () => {
    await scripts.close();
    const share = ((100 * total.accepted) / Math.max(1, total.stated)).toFixed(1);
    console.log(
      `problems ${total.problems}, drawn ${total.drawn}; of ${total.stated} that state their answer and need no Python, ` +
        `${total.accepted} accept it (${share} %)`,
    );
  });
});

/** Broken is the source's own fault where it is no XML, or where its script wants what no site has. */
function isFault(source: string, because: string): boolean {
  if (notOurs.test(because)) return false;
  try {
    parseXml(source);
    return true;
  } catch (error) {
    return !(error instanceof XmlError);
  }
}

function check({ path }: ProblemFile, problem: Problem, total: Tally): string[] {
  total.drawn++;
  const copy = learnerCopy(problem);
  if (JSON.stringify(copy) !== JSON.stringify(JSON.parse(JSON.stringify(copy))))
    return [`${path}: its copy is no JSON`];
  const answers = needsScript(problem) ? null : ownAnswers(problem);
  if (!answers) return [];
  total.stated++;
  const grading = gradeProblem(problem, answers);
  if (grading.type === 'graded' && grading.correctness === 'correct') {
    total.accepted++;
    return [];
  }
  return [`${path}: ${JSON.stringify(answers)} was graded ${JSON.stringify(grading)}`];
}
