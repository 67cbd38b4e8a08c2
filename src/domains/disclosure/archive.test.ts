import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Compile } from 'typebox/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Canary, fillTables } from '../../../test/law/fill-tables.ts';
import { readCopy, rowsIn } from '../../../test/support/read-copy.ts';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { type Holdings, nullable, tablesAboutPeople, text, uuid } from '../../kernel/holdings/index.ts';
import { map } from '../../map.ts';
import { type ArchiveView, archivePerson } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  await database.asOwner(
    'create table review (id uuid primary key, author_id uuid, reviewer_id uuid, work text, verdict text)',
  );
  await database.asOwner('grant select on review to mooc_test_rights');
});
afterAll(() => database.close());

const ada: Canary = { id: crypto.randomUUID(), email: 'ada.canary@lake.example', name: 'Ada Canary' };
const ben: Canary = { id: crypto.randomUUID(), email: 'ben.finch@lake.example', name: 'Ben Finch' };

/** What two share: one wrote, the other judged. The verdict is for both, the notes are the reviewer's own. */
const joint: Holdings = {
  ...map,
  review: {
    holds: 'a review of work by another learner',
    subject: [{ person: 'author_id' }, { person: 'reviewer_id' }],
    facts: { ...map.person!.facts, category: 'learning' },
    writtenFor: [],
    columns: {
      id: uuid(),
      author_id: nullable(uuid()),
      reviewer_id: nullable(uuid()),
      work: nullable(text({ whose: 'author_id' })),
      verdict: nullable(text()),
    },
  },
};

async function archive(who: Canary, declared: Holdings) {
  let view: ArchiveView | null = null;
  const bytes = await database.write('rights', async (w) => {
    const toPage = (made: ArchiveView) => {
      view = made;
      return `<!doctype html><title>${made.tables.length}</title>`;
    };
    return buffer((await archivePerson(w, declared, { email: who.email }, toPage))!);
  });
  return { files: await readCopy(bytes), view: view as ArchiveView | null };
}

it('holds every table as JSON Lines that keep to their schemas, a page, and a manifest of true hashes', async () => {
  await fillTables(database, map, ada);
  await fillTables(database, map, ben);
  const { files, view } = await archive(ada, map);
  const tables = tablesAboutPeople(map).sort();
  expect([...files.keys()].filter((name) => name.startsWith('data/')).sort()).toEqual(
    tables.map((table) => `data/${table}.jsonl`),
  );
  for (const table of tables) {
    const schema = Compile(JSON.parse(files.get(`schemas/${table}.schema.json`)!));
    const lines = files.get(`data/${table}.jsonl`)!.trimEnd().split('\n');
    // What `fillTables` puts into JSON columns is no value that the site would store.
    const hasJson = Object.values(map[table]!.columns).some((column) => column.type === 'jsonb');
    for (const line of hasJson ? [] : lines) expect([...schema.Errors(JSON.parse(line))[1]], table).toEqual([]);
    expect(view?.tables.find((each) => each.table === table)).toMatchObject({ rows: lines.length });
  }
  const manifest = JSON.parse(files.get('manifest.json')!) as { files: { path: string; sha256: string }[] };
  expect(manifest.files.map(({ path }) => path).sort()).toEqual(
    [...files.keys()].filter((n) => n !== 'manifest.json').sort(),
  );
  for (const { path, sha256 } of manifest.files) {
    expect(createHash('sha256').update(files.get(path)!).digest('hex')).toBe(sha256);
  }
});

it('holds nothing of others, nor what is withheld', async () => {
  const { files, view } = await archive(ada, map);
  const all = [...files.values()].join('\n') + JSON.stringify(view);
  expect(all).toContain(ada.name);
  for (const theirs of [ben.id, ben.email, ben.name]) expect(all).not.toContain(theirs);
  expect(files.get('data/credential.jsonl')).not.toContain('password_hash');
});

it('shows each of two who share a row their own part, and what is for both', async () => {
  await database.asOwner(
    `insert into review values (gen_random_uuid(), $1, $2, 'the work of Ada', 'well done'),
      (gen_random_uuid(), $2, $1, 'the work of Ben', 'not yet'), (gen_random_uuid(), $2, null, 'unseen', null)`,
    [ada.id, ben.id],
  );
  const rowsOf = async (who: Canary) => {
    const { files } = await archive(who, joint);
    const schema = Compile(JSON.parse(files.get('schemas/review.schema.json')!));
    const rows = rowsIn(files, 'review');
    for (const row of rows) expect(schema.Check(row)).toBe(true);
    return rows.map(({ id: _, ...row }) => row);
  };
  expect(await rowsOf(ada)).toEqual([
    { author_id: ada.id, reviewer_id: null, work: 'the work of Ada', verdict: 'well done' },
    { author_id: null, reviewer_id: ada.id, work: null, verdict: 'not yet' },
  ]);
  expect(await rowsOf(ben)).toEqual([
    { author_id: null, reviewer_id: ben.id, work: null, verdict: 'well done' },
    { author_id: ben.id, reviewer_id: null, work: 'the work of Ben', verdict: 'not yet' },
    { author_id: ben.id, reviewer_id: null, work: 'unseen', verdict: null },
  ]);
});

it('refuses a map that names a way which is none', async () => {
  const review = joint.review!;
  const odd = { ...joint, review: { ...review, columns: { ...review.columns, verdict: text({ whose: 'judge' }) } } };
  await expect(archive(ada, odd)).rejects.toThrow('leads to nobody');
});

it('gives nothing when nobody is there', async () => {
  const nobody = await database.write('rights', (w) => archivePerson(w, map, { email: 'no@lake.example' }, () => ''));
  expect(nobody).toBeNull();
});
