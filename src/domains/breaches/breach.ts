/** What went wrong: types and pure rules. */

/** How much it endangers people: none needs neither notice; `likely` the authority's; `high` the persons' too (GDPR 33, 34). */
export const risks = ['none', 'likely', 'high'] as const;
export type Risk = (typeof risks)[number];

const authority_h = 72;

/** When the authority must have been told. */
export function authorityDueAt(known_at: Date): Date {
  return new Date(known_at.getTime() + authority_h * 3_600_000);
}

/** How long what is typed may be. */
export const longestBreach_chars = { line: 200, text: 5000 } as const;

/** What an operator writes down. */
export interface BreachForm {
  readonly title: string;
  readonly what: string;
  readonly measures: string;
  readonly risk: string;
  readonly known_at: Date | null;
}

/** What is wrong with a field. */
export type BreachFault = 'empty' | 'too-long' | 'no-choice' | 'no-moment' | 'to-come';

/** What is wrong with a form, by field. */
export type BreachFaults = Readonly<Partial<Record<keyof BreachForm, BreachFault>>>;

export function findBreachFaults(form: BreachForm, now: Date): BreachFaults | null {
  const faults: Partial<Record<keyof BreachForm, BreachFault>> = {};
  for (const [name, most, isNeeded] of [
    ['title', longestBreach_chars.line, true],
    ['what', longestBreach_chars.text, true],
    ['measures', longestBreach_chars.text, false],
  ] as const) {
    const text = form[name].trim();
    if (text === '' && isNeeded) faults[name] = 'empty';
    else if (text.length > most) faults[name] = 'too-long';
  }
  if (!risks.some((risk) => risk === form.risk)) faults.risk = 'no-choice';
  if (!form.known_at) faults.known_at = 'no-moment';
  else if (form.known_at > now) faults.known_at = 'to-come';
  return Object.keys(faults).length > 0 ? faults : null;
}
