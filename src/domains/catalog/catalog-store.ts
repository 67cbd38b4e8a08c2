import { type Expression, type SqlBool, sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import {
  type CatalogChoices,
  type CatalogEntry,
  type CatalogQuery,
  type Choice,
  entriesOnAPage,
  foldText,
  forgivenLetters,
  wordsOf,
} from './entry.ts';
import { holdings } from './holdings.ts';

const columns = [
  'course_key',
  'title',
  'short_description',
  'organisation_key',
  'organisation_name',
  'language',
  'subject',
  'starts_at',
  'ends_at',
  'image_hash',
  'image_name',
] as const;

const most_choices = 600;

export async function upsertEntry(w: Writing<'provide'>, entry: CatalogEntry, versionId: string): Promise<void> {
  const row = {
    version_id: versionId,
    title: entry.title,
    short_description: entry.shortDescription,
    organisation_key: entry.organisationKey,
    organisation_name: entry.organisationName,
    language: entry.language,
    subject: entry.subject,
    starts_at: entry.starts_at,
    ends_at: entry.ends_at,
    image_hash: entry.image?.hash ?? null,
    image_name: entry.image?.name ?? null,
    folded_title: foldText(entry.title),
    folded_text: foldText(
      [entry.title, entry.courseKey, entry.organisationName, entry.subject ?? '', entry.shortDescription].join(' '),
    ),
    refreshed_at: w.now(),
  };
  await tables(w, holdings)
    .insertInto('catalog_entry')
    .values({ course_key: entry.courseKey, ...row })
    .onConflict((conflict) => conflict.column('course_key').doUpdateSet(row))
    .execute();
}

export async function deleteEntry(w: Writing<'provide'>, courseKey: string): Promise<void> {
  await tables(w, holdings).deleteFrom('catalog_entry').where('course_key', '=', courseKey).execute();
}

/** Which version each of these courses' entries was drawn from. */
export async function selectVersions(r: Reading<'provide'>, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const query = tables(r, holdings).selectFrom('catalog_entry').select(['course_key', 'version_id']);
  const rows = await query.where('course_key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.course_key, row.version_id]));
}

/** The keys of all entries, for a map of the site. */
export async function selectKeys(r: Reading<'provide'>, limit: number): Promise<string[]> {
  const query = tables(r, holdings).selectFrom('catalog_entry').select('course_key').orderBy('course_key');
  return (await query.limit(limit).execute()).map((row) => row.course_key);
}

export interface FoundEntries {
  readonly entries: CatalogEntry[];
  readonly found: number;
}

/** A page of what is found. Best first: the title counts most; without words, what starts latest comes first. */
export async function selectEntries(r: Reading<'provide'>, query: CatalogQuery): Promise<FoundEntries> {
  const text = wordsOf(query.text).join(' ');
  let rows = matching(r, query)
    .select(columns)
    .select((e) => e.fn.countAll<string>().over().as('found'));
  if (text) {
    rows = rows
      .orderBy(sql`word_similarity(${text}, folded_title)`, 'desc')
      .orderBy(sql`word_similarity(${text}, folded_text)`, 'desc');
  }
  const page = await rows
    .orderBy('starts_at', (order) => order.desc().nullsLast())
    .orderBy('title')
    .orderBy('course_key')
    .limit(entriesOnAPage)
    .offset((query.page - 1) * entriesOnAPage)
    .execute();
  return { entries: page.map(fromRow), found: Number(page[0]?.found ?? 0) };
}

function matching(r: Reading<'provide'>, query: CatalogQuery) {
  const now = r.now();
  let rows = tables(r, holdings).selectFrom('catalog_entry');
  for (const word of wordsOf(query.text)) rows = rows.where((e) => e.or([contains(word), isNear(word)]));
  if (query.organisationKey) rows = rows.where('organisation_key', '=', query.organisationKey);
  if (query.language) rows = rows.where('language', '=', query.language);
  if (query.subject) rows = rows.where('subject', '=', query.subject);
  if (query.start === 'later') rows = rows.where('starts_at', '>', now);
  if (query.start === 'ended') rows = rows.where('ends_at', '<=', now);
  if (query.start === 'open') {
    rows = rows
      .where((e) => e.or([e('starts_at', 'is', null), e('starts_at', '<=', now)]))
      .where((e) => e.or([e('ends_at', 'is', null), e('ends_at', '>', now)]));
  }
  return rows;
}

/** The word within another one: the whole of it, its beginning, or a part of what is written without blanks. */
function contains(word: string): Expression<SqlBool> {
  return sql<SqlBool>`folded_text like ${`%${word}%`}`;
}

/**
 * A word that differs in few letters. The index finds candidates by their trigrams (the threshold is the
 * connection's); the letters are counted for those alone.
 */
function isNear(word: string): Expression<SqlBool> {
  const most = forgivenLetters(word);
  if (most === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(folded_text %> ${word} and exists (
    select from unnest(string_to_array(folded_text, ' ')) as written
    where length(written) <= 40 and levenshtein_less_equal(written, ${word}, ${most}) <= ${most}))`;
}

/** What the entries can be narrowed by, counted in one pass. */
export async function selectChoices(r: Reading<'provide'>): Promise<CatalogChoices> {
  const rows = await tables(r, holdings)
    .selectFrom('catalog_entry')
    .select((e) => [
      'organisation_key',
      'language',
      'subject',
      e.fn.max('organisation_name').as('name'),
      e.fn.countAll<string>().as('courses'),
    ])
    .groupBy(sql`grouping sets ((organisation_key), (language), (subject))`)
    .orderBy('organisation_key')
    .orderBy('language')
    .orderBy('subject')
    .limit(most_choices)
    .execute();
  const choices = (column: 'organisation_key' | 'language' | 'subject'): Choice[] =>
    rows
      .filter((row) => row[column] !== null)
      .map((row) => ({
        value: row[column] ?? '',
        label: column === 'organisation_key' ? row.name : (row[column] ?? ''),
        courses: Number(row.courses),
      }));
  return {
    organisations: choices('organisation_key').sort((a, b) => a.label.localeCompare(b.label)),
    languages: choices('language'),
    subjects: choices('subject'),
  };
}

function fromRow(row: {
  course_key: string;
  title: string;
  short_description: string;
  organisation_key: string;
  organisation_name: string;
  language: string;
  subject: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  image_hash: string | null;
  image_name: string | null;
}): CatalogEntry {
  const { title, language, subject, starts_at, ends_at } = row;
  return {
    courseKey: row.course_key,
    title,
    shortDescription: row.short_description,
    organisationKey: row.organisation_key,
    organisationName: row.organisation_name,
    language,
    subject,
    starts_at,
    ends_at,
    image: row.image_hash && row.image_name ? { hash: row.image_hash, name: row.image_name } : null,
  };
}
