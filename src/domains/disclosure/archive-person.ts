import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Writing } from '../../kernel/database/index.ts';
import type { factsOf, Holdings } from '../../kernel/holdings/index.ts';
import { type CollectedEntry, describeEntry, placeOfKind } from './describe-collected.ts';
import { describeColumns, type ExportLine } from './export-person.ts';
import { clockOf, columnsToShow, planErasure, rootsOf, waysOf } from './person-plan.ts';
import { countRows, findPerson, holdStill, type RowsOf, readRows, readSomeRows, type Who } from './person-store.ts';
import { schemaOfRow } from './row-schema.ts';

/** A table of the archive, as its page for people shows it. */
export type ArchivedTable = CollectedEntry &
  Pick<Extract<ExportLine, { type: 'table' }>, 'columns' | 'withheld'> & {
    readonly category: ReturnType<typeof factsOf>['category'];
    /** Where all rows are, within the archive. */
    readonly file: string;
    readonly rows: number;
    /** At most fifty, the newest first. */
    readonly newest: readonly Readonly<Record<string, unknown>>[];
  };

/** What the archive's page for people is made of. */
export interface ArchiveView {
  readonly made_at: Date;
  readonly tables: readonly ArchivedTable[];
}

interface Listed {
  readonly path: string;
  readonly size_bytes: number;
  readonly sha256: string;
}

interface Source {
  readonly name: string;
  readonly of: RowsOf;
  rows: number;
}

const most_shown = 50;

/**
 * All that is held on a person as a ZIP archive: a page to read, each table as JSON Lines with a JSON Schema, and a manifest
 * with the hash of every file. It is made while it is read, in memory that does not grow with the rows; read it within the
 * transaction. Nothing of others is in it. Null when nobody is there. `noteCopy` first.
 *
 * @param map of the whole house
 * @param toPage the page to read, as HTML that needs nothing else
 */
export async function archivePerson(
  w: Writing<'rights'>,
  map: Holdings,
  who: Who,
  toPage: (view: ArchiveView) => string,
): Promise<Readable | null> {
  await holdStill(w);
  const ids = await findPerson(w, rootsOf(map), who);
  if (ids.length === 0) return null;
  const sources = await findSources(w, map, ids);
  const zip = new ZipFile();
  const listed: Listed[] = [];
  const add = (path: string, texts: () => AsyncIterable<string>) =>
    zip.addReadStreamLazy(path, { mtime: w.now() }, (ready) =>
      ready(null, Readable.from(listing(path, texts(), listed), { objectMode: false })),
    );
  for (const source of sources) {
    add(`data/${source.name}.jsonl`, () => readLines(w, source, ids));
    add(`schemas/${source.name}.schema.json`, () => one(() => toJson(schemaFor(map, source))));
  }
  add('index.html', () =>
    one(async () => toPage({ made_at: w.now(), tables: await viewTables(w, map, sources, ids) })),
  );
  // The last, and read when all others are: it does not list itself.
  add('manifest.json', () => one(() => toJson({ made_at: w.now(), files: listed })));
  zip.end();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  return out;
}

/** The tables in which something of the person is, themself first. */
async function findSources(w: Writing<'rights'>, map: Holdings, ids: readonly string[]): Promise<Source[]> {
  const plans = planErasure(map).reverse();
  const counts = await countRows(w, plans, ids);
  return plans
    .filter(({ table }) => counts.get(table))
    .map(({ table }) => ({
      name: table,
      of: { table, columns: columnsToShow(map, table), ways: waysOf(map, table) },
      rows: 0,
    }));
}

async function* readLines(w: Writing<'rights'>, source: Source, ids: readonly string[]): AsyncGenerator<string> {
  for await (const lines of readRows(w, source.of, ids)) {
    source.rows += lines.length;
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
}

function schemaFor(map: Holdings, { name, of }: Source) {
  return schemaOfRow(map, name, describeColumns(map, name).shown, of.columns);
}

async function viewTables(
  w: Writing<'rights'>,
  map: Holdings,
  sources: readonly Source[],
  ids: readonly string[],
): Promise<ArchivedTable[]> {
  const tables: ArchivedTable[] = [];
  for (const { name, of, rows } of sources) {
    const { shown, withheld } = describeColumns(map, name);
    const newest = await readSomeRows(w, of, ids, { clock: clockOf(map[name]!), limit: most_shown });
    tables.push({
      ...describeEntry(map, name, Object.keys(map[name]!.columns)),
      category: map[name]!.facts.category,
      columns: shown,
      withheld,
      file: `data/${name}.jsonl`,
      rows,
      newest,
    });
  }
  return tables.sort((a, b) => placeOfKind(a.category) - placeOfKind(b.category));
}

/** Passes a file on, and lists it when it is through. */
async function* listing(path: string, texts: AsyncIterable<string>, listed: Listed[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size_bytes = 0;
  for await (const text of texts) {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    size_bytes += bytes.length;
    yield bytes;
  }
  listed.push({ path, size_bytes, sha256: hash.digest('hex') });
}

async function* one(make: () => string | Promise<string>): AsyncGenerator<string> {
  yield await make();
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
