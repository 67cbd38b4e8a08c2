import { Refusal } from './problem-error.ts';
import type { Json, ScriptOutcome } from './script-runner.ts';

/** A dotted Python name, such as a check function's. @throws Refusal for anything else */
export function pythonName(name: string): string {
  const trimmed = name.trim();
  if (/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(trimmed)) return trimmed;
  throw new Refusal('problem', `'${trimmed}' is not the name of a Python function.`);
}

/** A variable that a run was asked for. @throws Refusal with the script's own words where it failed */
export function resultOf(outcome: ScriptOutcome, name: string): Json | undefined {
  if (outcome.type !== 'ran') throw new Refusal('script', outcome.message);
  return outcome.variables[name]?.value;
}
