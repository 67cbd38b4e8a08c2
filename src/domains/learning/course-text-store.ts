import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';

/** The words of one block. */
export interface BlockText {
  readonly blockId: BlockId;
  readonly title: string;
  readonly body: string;
}

const insert: NamedStatement = {
  name: 'learning index texts',
  text: `
    insert into course_text (course_key, block_id, title, body, words)
    select $1, id, title, body,
      setweight(to_tsvector($2::regconfig, title), 'A') || setweight(to_tsvector($2::regconfig, body), 'B')
    from unnest($3::text[], $4::text[], $5::text[]) as new (id, title, body)
    on conflict (course_key, block_id) do nothing`,
};

/** Puts the texts in the place of those that the course had. */
export async function replaceTexts(
  w: Writing<'provide'>,
  courseKey: CourseKey,
  language: SearchLanguage,
  texts: readonly BlockText[],
): Promise<void> {
  await tables(w, holdings).deleteFrom('course_text').where('course_key', '=', courseKey).execute();
  for (let from = 0; from < texts.length; from += 200) {
    const part = texts.slice(from, from + 200);
    const columns = [part.map((t) => t.blockId), part.map((t) => t.title), part.map((t) => t.body)];
    await runNamed(w, insert, [courseKey, language, ...columns]);
  }
}

export interface TextHit {
  readonly blockId: BlockId;
  readonly title: string;
  /** The passage, with `\uE000` before and `\uE001` behind each word that was found. */
  readonly passage: string;
}

const search: NamedStatement = {
  name: 'learning search texts',
  text: `
    with wanted as (select websearch_to_tsquery($2::regconfig, $3) as query),
    hits as (
      select block_id, title, body, query, ts_rank_cd(words, query) as rank
      from course_text, wanted
      where course_key = $1 and words @@ query and block_id = any ($4::text[])
      order by rank desc, block_id
      limit $5
    )
    select block_id as "blockId", title,
      ts_headline($2::regconfig, body, query,
        E'StartSel=\uE000, StopSel=\uE001, MaxWords=30, MinWords=12, MaxFragments=1') as passage
    from hits
    order by rank desc, block_id`,
};

/** Blocks among `open` that hold what was asked for, best first. */
export function searchTexts(
  r: Reading<'provide'>,
  at: { readonly courseKey: CourseKey; readonly language: SearchLanguage; readonly open: readonly BlockId[] },
  query: string,
  limit: number,
): Promise<TextHit[]> {
  return runNamed<TextHit>(r, search, [at.courseKey, at.language, query, at.open, limit]);
}

/** PostgreSQL's text search configurations, by the language that they are for. */
const configurations = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
} as const;

export type SearchLanguage = (typeof configurations)[keyof typeof configurations] | 'simple';

/** How to take words apart in a language (BCP 47); languages that PostgreSQL does not know are taken as they stand. */
export function searchLanguage(language: string): SearchLanguage {
  const base = language.split('-')[0]!.toLowerCase();
  return Object.hasOwn(configurations, base) ? configurations[base as keyof typeof configurations] : 'simple';
}
