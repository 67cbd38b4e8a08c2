import { LRUCache } from 'lru-cache';
import type { Reading } from '../../kernel/database/index.ts';
import type { Block, CourseVersion } from '../courses/index.ts';
import {
  type BrokenProblem,
  drawProblem,
  type Problem,
  type ProblemSource,
  type ScriptRunner,
  scriptJob,
} from '../problems/index.ts';
import { problemKey, readProblemOf } from './problem-source.ts';
import type { PseudonymFor } from './pseudonym.ts';
import { withinTime } from './within-time.ts';

/** `preparing`: its Python runs longer than a page may wait; it goes on, so the next one who asks may find it done. */
export type Drawn = Problem | BrokenProblem | { readonly type: 'preparing' };

/** Problems drawn for a seed, kept in memory: contents are immutable, so nothing is ever stale. */
export interface DrawnProblems {
  /** Null when it must be drawn first. */
  peek(reader: DrawReader, block: Block, seed: number): Drawn | null;
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
/** So that an endless loop is not run for each one who looks at it, and yet gets another chance. */
const keepFailed = { max: 1_000, ttl: 30_000 };

/** Without a runner a problem with a script says that it can't be shown. */
export function createDrawnProblems(
  runnerFor: RunnerFor,
  pseudonymFor: PseudonymFor,
  /** How long a page waits for Python. */
  wait_ms = 3_000,
): DrawnProblems {
  const sources = new LRUCache<string, ProblemSource | BrokenProblem>({ max: most_sources });
  const drawn = new LRUCache<string, Drawn>({ max: most_drawn });
  const failed = new LRUCache<string, BrokenProblem>(keepFailed);
  const underWay = new Map<string, Promise<Problem | BrokenProblem>>();

  async function sourceOf(r: Reading<'provide'>, block: Block): Promise<ProblemSource | BrokenProblem> {
    const key = problemKey(block);
    const known = sources.get(key);
    if (known) return known;
    const source = await readProblemOf(r, block);
    sources.set(key, source);
    return source;
  }

  async function drawByScript(source: ProblemSource, seed: number, { personId, version }: DrawReader, key: string) {
    const pseudonym = isPersonal(source) ? await pseudonymFor(personId, version.courseKey) : '';
    const job = scriptJob(source, seed, pseudonym);
    const runScript = runnerFor(version);
    const problem = drawProblem(source, seed, job && runScript ? await runScript(job) : null);
    if (problem.type === 'problem') drawn.set(key, problem);
    else failed.set(key, problem);
    return problem;
  }

  const peek: DrawnProblems['peek'] = (reader, block, seed) =>
    drawn.get(sharedKey(block, seed)) ??
    drawn.get(versionKey(reader, block, seed)) ??
    drawn.get(personKey(reader, block, seed)) ??
    null;

  return {
    peek,
    async draw(r, reader, block, seed) {
      const known = peek(reader, block, seed);
      if (known) return known;
      const source = await sourceOf(r, block);
      if (source.type === 'broken') return source;
      if (source.script === '') {
        const problem = drawProblem(source, seed);
        if (problem.type === 'problem') drawn.set(sharedKey(block, seed), problem);
        return problem;
      }
      const key = (isPersonal(source) ? personKey : versionKey)(reader, block, seed);
      const fault = failed.get(key);
      if (fault) return fault;
      // Many readers of a new problem wait for one run.
      let running = underWay.get(key);
      if (!running) {
        running = drawByScript(source, seed, reader, key).finally(() => underWay.delete(key));
        underWay.set(key, running);
      }
      return (await withinTime(wait_ms, running)) ?? { type: 'preparing' };
    },
  };
}

function sharedKey(block: Block, seed: number): string {
  return `${problemKey(block)} ${seed}`;
}

/** A script may use its course's own library, which another version may have changed. */
function versionKey({ version }: DrawReader, block: Block, seed: number): string {
  return `${sharedKey(block, seed)} ${version.versionId}`;
}

/** What draws from the learner's pseudonym is never shared. */
function personKey(reader: DrawReader, block: Block, seed: number): string {
  return `${versionKey(reader, block, seed)} ${reader.personId}`;
}

function isPersonal(source: ProblemSource): boolean {
  return source.script.includes('anonymous_student_id');
}
