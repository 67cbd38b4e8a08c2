import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { CatalogQuery } from '../../../domains/catalog/index.ts';
import { readPage } from '../../request/read-page.ts';
import { urls } from '../../urls.ts';

const word = Type.String({ maxLength: 200 });

/** What stands behind the `?` of the catalogue's address. */
const Search = Type.Object({
  q: Type.Optional(word),
  organisation: Type.Optional(word),
  language: Type.Optional(word),
  subject: Type.Optional(word),
  start: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('later'), Type.Literal('ended')])),
});

/** What is looked for. A part that can't be understood is as if it were not there. */
export function readQuery(sent: Readonly<Record<string, string>>): CatalogQuery {
  const known: Record<string, string> = {};
  for (const [key, value] of Object.entries(sent)) {
    const schema = Search.properties[key as keyof typeof Search.properties];
    if (value !== '' && schema && Value.Check(schema, value)) known[key] = value;
  }
  const search = known as Static<typeof Search>;
  return {
    text: search.q ?? '',
    organisationKey: search.organisation ?? null,
    language: search.language ?? null,
    subject: search.subject ?? null,
    start: search.start ?? null,
    page: readPage(sent.page),
  };
}

/** The address of a page of the same search. */
export function addressOf(query: CatalogQuery, page: number): string {
  const { text, organisationKey, language, subject, start } = query;
  const parts = {
    q: text,
    organisation: organisationKey,
    language,
    subject,
    start,
    page: page > 1 ? String(page) : '',
  };
  const given = Object.entries(parts).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length > 0 ? `${urls.courses()}?${new URLSearchParams(given)}` : urls.courses();
}
