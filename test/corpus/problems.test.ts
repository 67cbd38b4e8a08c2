import { afterAll, describe, expect, it } from 'vitest';
import { createScriptPool } from '../../src/domains/learning/index.ts';
import {
  drawProblem,
  gradeProblem,
  gradeWithScripts,
  learnerCopy,
  needsScript,
  type Problem,
  readProblem,
  type ScriptRunner,
  scriptJob,
  statedAnswers,
} from '../../src/domains/problems/index.ts';
import { parseXml, XmlError } from '../../src/kernel/xml/index.ts';
import { courseArchives, type ProblemFile, problemsOf } from './problem-sources.ts';

const archives = courseArchives();

/** Why a script of the corpus cannot run here: Python 2, or modules that no site has without its operator. */
const notOurs =
  /not installed on this site|No module named|Missing parentheses|inconsistent use of tabs|cannot import name/;

interface Tally {
  problems: number;
  drawn: number;
  /** Those that state their answer, and those that accept it: without Python, and where Python judges. */
  readonly plain: Share;
  readonly judged: Share;
}

interface Share {
  stated: number;
  accepted: number;
}

describe.skipIf(archives.length === 0)('every problem of the real courses (skipped where they are absent)', () => {
  const scripts = createScriptPool();
  const total: Tally = {
    problems: 0,
    drawn: 0,
    plain: { stated: 0, accepted: 0 },
    judged: { stated: 0, accepted: 0 },
  };

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
      if (problem.type === 'problem') unexpected.push(...(await check(file, problem, total, run)));
      else if (isFault(file.source, problem.because)) unexpected.push(`${file.path}: ${problem.because}`);
    }
    expect(unexpected).toEqual([]);
  });

  afterAll(async () => {
    await scripts.close();
    const share = ({ accepted, stated }: Share) =>
      `${accepted} of ${stated} (${((100 * accepted) / Math.max(1, stated)).toFixed(1)} %)`;
    console.log(
      `problems ${total.problems}, drawn ${total.drawn}; accept the answer that they state: ${share(total.plain)} ` +
        `without Python, ${share(total.judged)} judged by Python`,
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

async function check({ path }: ProblemFile, problem: Problem, total: Tally, run: ScriptRunner): Promise<string[]> {
  total.drawn++;
  const copy = learnerCopy(problem);
  if (JSON.stringify(copy) !== JSON.stringify(JSON.parse(JSON.stringify(copy))))
    return [`${path}: its copy is no JSON`];
  const answers = statedAnswers(problem);
  if (!answers) return [];
  const tally = needsScript(problem) ? total.judged : total.plain;
  tally.stated++;
  const grading = needsScript(problem) ? await gradeWithScripts(problem, answers, run) : gradeProblem(problem, answers);
  if (grading.type === 'graded' && grading.correctness === 'correct') {
    tally.accepted++;
    return [];
  }
  // `expect` is what a check function compares with, which need not be what a learner has to write.
  if (tally === total.judged && grading.type === 'graded') return [];
  return [`${path}: ${JSON.stringify(answers)} was graded ${JSON.stringify(grading)}`];
}
