import { IntlMessageFormat } from 'intl-messageformat';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import en from './messages/en.json' with { type: 'json' };

/** Every word of the interface has a key; `en.json` is the catalogue that others translate. */
export type MessageKey = keyof typeof en;

/** Values for the places in a message. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** The words for one reader: a language, its direction, and how to say things in it. */
export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The zone of the instants that it says. */
  readonly timeZone: string;
  t(key: MessageKey, values?: MessageValues): string;
  /** A day for people: '24 November 2026'. */
  day(date: Date): string;
  /** The same for a day of the calendar, `2026-11-24`, which is that day in every zone. */
  calendarDay(day: string): string;
  /** An instant with its zone, which is named. */
  instant(date: Date): string;
  number(value: number): string;
}

/** `en-XA` is English in disguise, `ar-XB` the same from right to left: they show what was not taken from the catalogue. */
const pseudoLanguages: Readonly<Record<string, 'ltr' | 'rtl'>> = { 'en-XA': 'ltr', 'ar-XB': 'rtl' };

const catalogues: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };

/** The languages that the interface speaks, pseudo-languages left out. */
export const languages: readonly string[] = Object.keys(catalogues);

const made = new Map<string, Words>();

/** The words for the best of the languages that a reader asks for, with the reader's time zone. */
export function wordsFor(acceptLanguage: string | null, timeZone = 'UTC'): Words {
  const language = chooseLanguage(acceptLanguage);
  const key = `${language} ${timeZone}`;
  let words = made.get(key);
  if (!words) {
    words = makeWords(language, timeZone);
    if (made.size < 500) made.set(key, words);
  }
  return words;
}

function chooseLanguage(acceptLanguage: string | null): string {
  const asked = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]!.trim());
  for (const tag of asked) {
    if (Object.hasOwn(pseudoLanguages, tag)) return tag;
    const base = tag.toLowerCase().split('-')[0]!;
    if (Object.hasOwn(catalogues, base)) return base;
  }
  return 'en';
}

function makeWords(language: string, timeZone: string): Words {
  const pseudo = pseudoLanguages[language];
  const catalogue = catalogues[pseudo ? 'en' : language]!;
  const locale = pseudo ? 'en' : language;
  const compiled = new Map<string, (values?: MessageValues) => string>();
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const calendarDays = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  const numbers = new Intl.NumberFormat(locale);
  return {
    language,
    direction: pseudo ?? 'ltr',
    timeZone,
    t(key, values) {
      let say = compiled.get(key);
      if (!say) {
        say = compile(pseudo ? disguise(catalogue[key]!) : catalogue[key]!, locale);
        compiled.set(key, say);
      }
      return say(values);
    },
    day: (date) => days.format(date),
    calendarDay: (day) => calendarDays.format(new Date(`${day}T00:00:00Z`)),
    instant: (date) => instants.format(date),
    number: (value) => numbers.format(value),
  };
}

const most_said = 500;

function compile(message: string, locale: string): (values?: MessageValues) => string {
  if (!/[{'<]/.test(message)) return () => message;
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  const say = (values?: MessageValues) => String(format.format(values as Record<string, string>));
  // '2 of 3 points' is said to thousands, and each saying costs as much as the rest of a problem.
  const said = new Map<string, string>();
  return (values) => {
    if (!values || !Object.values(values).every((value) => typeof value === 'number')) return say(values);
    const key = Object.values(values).join();
    const known = said.get(key) ?? say(values);
    if (said.size < most_said) said.set(key, known);
    return known;
  };
}

const disguises: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** Accents outside of placeholders, and brackets that show where a text is cut off. */
function disguise(message: string): string {
  let depth = 0;
  let result = '';
  for (const c of message) {
    if (c === '{') depth++;
    if (c === '}') depth--;
    result += depth === 0 ? (disguises[c] ?? c) : c;
  }
  return `⟦${result}⟧`;
}

const WordsContext = createContext<Words | null>(null);

export const WordsProvider = WordsContext.Provider;

/** The reader's words, inside a component. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside of a page');
  return words;
}
