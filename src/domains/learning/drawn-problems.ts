import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Reading } from '../../kernel/database/index.ts';
import { type Block, type CourseVersion, getContent } from '../courses/index.ts';
import {
  type BrokenProblem,
  drawProblem,
  type Problem,
  type ProblemSource,
  readProblem,
  type ScriptRunner,
  scriptJob,
} from '../problems/index.ts';

export type Drawn = Problem | BrokenProblem;

/** Problems drawn for a seed, kept in memory: contents are immutable, so nothing is ever stale. */
export interface DrawnProblems {
  /** Null when it must be drawn first. */
  peek(block: Block, seed: number): Drawn | null;
  draw(r: Reading<'provide'>, reader: DrawReader, block: Block, seed: number): Promise<Drawn>;
}

/** For whom a problem is drawn, and in which version its script runs. */
export interface DrawReader {
  readonly personId: string;
  readonly version: CourseVersion;
}

/** The runner for authors' Python in a version of a course. */
export type RunnerFor = (version: CourseVersion) => ScriptRunner | null;

const most_sources = 2_000;
const most_drawn = 4_000;

/** Without a runner a problem with a script says that it can't be shown. */
export function createDrawnProblems(runnerFor: RunnerFor): DrawnProblems {
  const sources = new LRUCache<string, ProblemSource | BrokenProblem>({ max: most_sources });
  const drawn = new LRUCache<string, Drawn>({ max: most_drawn });

  async function sourceOf(r: Reading<'provide'>, hash: string): Promise<ProblemSource | BrokenProblem> {
    const known = sources.get(hash);
    if (known) return known;
    const source = readProblem(await getContent(r, hash));
    sources.set(hash, source);
    return source;
  }

  return {
    peek: (block, seed) => drawn.get(keyOf(block, seed)) ?? null,
    async draw(r, { personId, version }, block, seed) {
      const key = keyOf(block, seed);
      const known = drawn.get(key);
      if (known) return known;
      const source = await sourceOf(r, block.contentHash ?? '');
      if (source.type === 'broken') return source;
      const job = scriptJob(source, seed, pseudonymOf(personId, block));
      const runScript = job ? runnerFor(version) : null;
      const ran = job && runScript ? await runScript(job) : null;
      const problem = drawProblem(source, seed, ran);
      // What draws from the learner's pseudonym is never shared; what failed may work the next time.
      if (!isPersonal(source) && problem.type === 'problem') drawn.set(key, problem);
      return problem;
    },
  };
}

function keyOf(block: Block, seed: number): string {
  return `${block.contentHash} ${seed}`;
}

function isPersonal(source: ProblemSource): boolean {
  return source.script.includes('anonymous_student_id');
}

/** What author's scripts see instead of the person: the same for one problem, and leading nowhere. */
function pseudonymOf(personId: string, block: Block): string {
  return createHash('sha256').update(`${personId} ${block.id}`).digest('hex').slice(0, 32);
}
