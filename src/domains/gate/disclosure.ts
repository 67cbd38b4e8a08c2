/** Handing data to somebody outside: types and pure rules. */

/** Why data may be handed over (P10a to P10d), in the order of the form. */
export const grounds = ['legal-demand', 'terms-and-safety', 'institution', 'successor', 'agreed'] as const;

/** `recorded`: the site's own use, which needs no approval. */
export type DisclosureState = 'asked' | 'approved' | 'withdrawn' | 'recorded';

/** How many operators approve, and how long it may then be carried out. */
export const approvals = { needed: 2, valid_days: 30 } as const;

const longest_chars = { line: 300, text: 2000 } as const;

/** What an operator fills in. */
export interface DisclosureForm {
  readonly ground: string;
  /** What demands or allows it: a file number, a letter's date. */
  readonly document: string;
  /** SHA-256 of the document, in hex; empty where there is none. */
  readonly fingerprint: string;
  readonly recipient: string;
  readonly why: string;
  readonly fields: readonly string[];
  /** The ids under which they lie here; somebody may have more than one. */
  readonly personIds: readonly string[];
  /** How many people these are. */
  readonly people: number;
  /** Why they may not be told yet; empty when they are told at once. */
  readonly silence: string;
  /** Until when they may not be told, `2027-01-31`; empty when they are told at once. */
  readonly silentUntil: string;
}

/** What is wrong with a field of the form. */
export type DisclosureFault = 'empty' | 'too-long' | 'no-choice' | 'no-hash' | 'no-day' | 'too-far' | 'unknown-field';

/** What is wrong with a form, by field. */
export type DisclosureFaults = Readonly<Partial<Record<keyof DisclosureForm, DisclosureFault>>>;

const most_fields = 500;
const most_persons = 200;
/** Nobody is left in the dark for longer without a new look. */
const longestSilence_days = 366;

/** @param known all fields about people, as the data map names them */
export function findDisclosureFaults(
  form: DisclosureForm,
  known: ReadonlySet<string>,
  today: string,
): DisclosureFaults | null {
  const faults: Partial<Record<keyof DisclosureForm, DisclosureFault>> = {};
  if (!grounds.some((ground) => ground === form.ground)) faults.ground = 'no-choice';
  for (const name of ['document', 'recipient'] as const) {
    const fault = findTextFault(form[name], longest_chars.line);
    if (fault) faults[name] = fault;
  }
  const whyFault = findTextFault(form.why, longest_chars.text);
  if (whyFault) faults.why = whyFault;
  if (form.fingerprint.trim() !== '' && !/^[0-9a-f]{64}$/i.test(form.fingerprint.trim()))
    faults.fingerprint = 'no-hash';
  if (form.fields.length === 0 || form.fields.length > most_fields) faults.fields = 'empty';
  else if (form.fields.some((field) => !known.has(field))) faults.fields = 'unknown-field';
  if (form.personIds.length === 0) faults.personIds = 'empty';
  else if (form.personIds.length > most_persons) faults.personIds = 'too-long';
  return withSilenceFaults(form, today, faults);
}

/** Silence needs both: a reason, and a day on which it ends. */
function withSilenceFaults(
  { silence, silentUntil }: DisclosureForm,
  today: string,
  faults: Partial<Record<keyof DisclosureForm, DisclosureFault>>,
): DisclosureFaults | null {
  if (silence.trim() !== '' || silentUntil.trim() !== '') {
    const fault = findTextFault(silence, longest_chars.text);
    if (fault) faults.silence = fault;
    const days = daysFrom(today, silentUntil.trim());
    if (days === null || days <= 0) faults.silentUntil = 'no-day';
    else if (days > longestSilence_days) faults.silentUntil = 'too-far';
  }
  return Object.keys(faults).length > 0 ? faults : null;
}

function findTextFault(text: string, most: number): 'empty' | 'too-long' | null {
  if (text.trim() === '') return 'empty';
  return text.trim().length > most ? 'too-long' : null;
}

function daysFrom(today: string, day: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return null;
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
