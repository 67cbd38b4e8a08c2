import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ScriptJob, ScriptOutcome } from '../../problems/index.ts';

const mostCached_chars = 32 * 2 ** 20;

/**
 * A key for runs whose result depends only on the source and the seed; null for others: what a learner sent is in their
 * names, or the script draws from the learner's anonymous id.
 */
function keyOf(version: string, { code, seed, globals, wanted }: ScriptJob): string | null {
  const names = Object.keys(globals);
  if (names.some((name) => name !== 'seed' && name !== 'anonymous_student_id')) return null;
  if (code.includes('anonymous_student_id')) return null;
  return createHash('sha256')
    .update(JSON.stringify([version, code, seed, wanted]))
    .digest('base64');
}

export interface ScriptCache {
  find(version: string, job: ScriptJob): ScriptOutcome | null;
  /** Keeps what the script itself gave, not that it was stopped: the next run may be luckier. */
  keep(version: string, job: ScriptJob, outcome: ScriptOutcome): void;
}

export function createScriptCache(): ScriptCache {
  const kept = new LRUCache<string, ScriptOutcome>({
    maxSize: mostCached_chars,
    sizeCalculation: (outcome) => JSON.stringify(outcome).length + 100,
  });
  return {
    find(version, job) {
      const key = keyOf(version, job);
      return key === null ? null : (kept.get(key) ?? null);
    },
    keep(version, job, outcome) {
      const key = keyOf(version, job);
      if (key !== null && outcome.type !== 'stopped') kept.set(key, outcome);
    },
  };
}
