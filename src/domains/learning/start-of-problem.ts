import type { Block } from '../courses/index.ts';
import { problemSeed } from '../problems/index.ts';
import { type BlockState, freshState, type ProblemState } from './block-state.ts';
import type { ProblemRules } from './problem-rules.ts';

/** What a learner's problem starts from; the same each time, so that looking at a problem stores nothing. */
export function problemStateOf(
  block: Block,
  courseKey: string,
  rules: ProblemRules,
  personId: string,
  state: BlockState | null,
): ProblemState {
  if (state?.problem) return state.problem;
  if (rules.rerandomize === 'never') return freshState(1);
  const usageKey = `${courseKey.replace(/^course-v1:/, 'block-v1:')}+type@${block.tag}+block@${block.name}`;
  return freshState(problemSeed(rules.rerandomize, personId, usageKey, lotOf(personId, usageKey)));
}

/** A number in [0, 1) from the person and the problem. FNV-1a: spread out, quick, and nothing depends on its secrecy. */
function lotOf(personId: string, usageKey: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${personId} ${usageKey}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
