import type { CourseKey } from '../courses/index.ts';

/** What the catalogue says of a published course. */
export interface CatalogEntry {
  readonly courseKey: CourseKey;
  readonly title: string;
  /** Plain text, up to 300 characters; may be empty. */
  readonly shortDescription: string;
  readonly organisationKey: string;
  readonly organisationName: string;
  /** BCP 47. */
  readonly language: string;
  /** In the author's words; null when the course does not say. */
  readonly subject: string | null;
  /** Null: always open. */
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  /** The course's picture among the assets. */
  readonly image: { readonly hash: string; readonly name: string } | null;
}

/** When a course runs, seen from now. */
export type CatalogStart = 'open' | 'later' | 'ended';

/** What is looked for. Absent means: whatever. */
export interface CatalogQuery {
  /** As typed; words beyond the first eight are left out. */
  readonly text: string;
  readonly organisationKey: string | null;
  readonly language: string | null;
  readonly subject: string | null;
  readonly start: CatalogStart | null;
  /** From 1. */
  readonly page: number;
}

/** The first page of all there is; what is looked for is laid over it. */
export const wholeCatalog: CatalogQuery = {
  text: '',
  organisationKey: null,
  language: null,
  subject: null,
  start: null,
  page: 1,
};

/** One page of what was found, best first. */
export interface CatalogPage {
  readonly entries: readonly CatalogEntry[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/** What a catalogue can be narrowed by: what there is, with how many courses. */
export interface CatalogChoices {
  readonly organisations: readonly Choice[];
  readonly languages: readonly Choice[];
  readonly subjects: readonly Choice[];
}

/** One value to narrow by. `label` is what people read; for languages it is the value itself. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly courses: number;
}

export const entriesOnAPage = 24;
const most_words = 8;
const longestWord_chars = 40;
const longestText_chars = 2000;

/** Text as it is compared: no case, no accents, nothing but letters, figures and blanks. */
export function foldText(text: string): string {
  const plain = text.slice(0, longestText_chars).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}+#]+/gu, ' ').trim();
}

/** The words that are looked for, folded. */
export function wordsOf(text: string): string[] {
  const words = foldText(text).split(' ').filter(Boolean);
  return [...new Set(words)].slice(0, most_words).map((word) => word.slice(0, longestWord_chars));
}

/** How many letters of a word may be wrong. Two swapped letters count as two. */
export function forgivenLetters(word: string): number {
  return word.length <= 3 ? 0 : word.length === 4 ? 1 : 2;
}
