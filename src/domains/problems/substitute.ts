import type { ScriptResult } from './script-runner.ts';

/** Puts the script's variables into a text: `$name` becomes the printed value. */
export type Substitute = (text: string) => string;

const asWritten: Substitute = (text) => text;

/**
 * Plain replacement in the whole text, longest names first, so `$abc` is `$ab` and a `c` where only `ab` exists.
 * Unknown names stay. (Rule 3.18.5.)
 */
export function substitution(scripts: ScriptResult | null): Substitute {
  if (scripts?.type !== 'ran') return asWritten;
  const names = Object.keys(scripts.variables).sort((a, b) => b.length - a.length);
  if (names.length === 0) return asWritten;
  const pattern = new RegExp(`\\$(${names.map((name) => name.replace(/[^\w]/gu, '\\$&')).join('|')})`, 'gu');
  return (text) =>
    text.includes('$') ? text.replace(pattern, (_, name: string) => scripts.variables[name]?.printed ?? '') : text;
}
