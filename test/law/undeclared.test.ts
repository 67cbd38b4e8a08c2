// Proves P9d, P14.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import ts from 'typescript';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { permit } from '../../src/domains/policy/index.ts';
import { createIntake } from '../../src/domains/tracking/index.ts';
import { clusterOwner, prepareDatabase } from '../../src/kernel/database/index.ts';
import { checkJson } from '../../src/kernel/holdings/index.ts';
import { createLog } from '../../src/kernel/log/log.ts';
import type { LogFields } from '../../src/kernel/log/log-fields.ts';
import { type LetterKind, queueLetter } from '../../src/kernel/mail/index.ts';
import { map, migrations } from '../../src/map.ts';
import { refuseUndeclaredFiles } from '../../src/places.ts';
import { browserStorage } from '../house/checks/browser-storage.ts';
import { readTree } from '../house/checks/tree.ts';
import { createRandom } from '../support/random.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { testSite } from '../support/test-site.ts';

const additions = 100;
/** Another one each day, so that the faults planted are others; printed, so that a day can be repeated. */
const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86_400_000));

const random = createRandom(seed);
function pick<T>(list: readonly T[]): T {
  return list[random(list.length)]!;
}
/** A name that nobody declares. */
function aName(): string {
  return `x${random(2 ** 31).toString(36)}`;
}

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  console.log(`seed ${seed}`);
  database = await aDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-undeclared-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** A way in for what nobody declared: plants it, and gives what refused it, or null. Leaves nothing behind. */
type Surface = () => Promise<string | null> | string | null;

async function refusalOf(work: () => unknown): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function start(): Promise<void> {
  const owner = { host: inject('socketFolder'), user: clusterOwner, database: database.name };
  return prepareDatabase({ owner, site: testSite, migrations, map, password: null });
}

const types = ['text', 'integer', 'jsonb', 'timestamptz', 'bytea', 'inet'] as const;

async function aTable(): Promise<string | null> {
  const name = aName();
  await database.asOwner(`create table ${name} (${aName()} ${pick(types)})`);
  const refusal = await refusalOf(start);
  await database.asOwner(`drop table ${name}`);
  return refusal?.includes(name) ? refusal : null;
}

async function aColumn(): Promise<string | null> {
  const [table, column] = [pick(Object.keys(map)), aName()];
  await database.asOwner(`alter table "${table}" add ${column} ${pick(types)}`);
  const refusal = await refusalOf(start);
  await database.asOwner(`alter table "${table}" drop ${column}`);
  return refusal?.includes(`${table}.${column}`) ? refusal : null;
}

const jsonColumns = Object.entries(map).flatMap(([table, { columns }]) =>
  Object.entries(columns).flatMap(([name, column]) => (column.schema ? [{ name: `${table}.${name}`, column }] : [])),
);

/** Any value that a schema takes, with something in each list, so that there is depth to plant in. */
function sample(schema: TSchema): unknown {
  const { type, properties, items, anyOf, minItems, pattern } = schema as {
    type?: string;
    properties?: Record<string, TSchema>;
    items?: TSchema;
    anyOf?: TSchema[];
    minItems?: number;
    pattern?: string;
  };
  if (anyOf) return sample(pick(anyOf));
  if (type === 'object' && properties)
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, sample(value)]));
  if (type === 'array' && items) return Array.from({ length: Math.max(1, minItems ?? 1) }, () => sample(items));
  if (pattern) return fc.sample(fc.stringMatching(new RegExp(pattern)), { seed, numRuns: 1 })[0];
  return Value.Create(schema);
}

/** The objects in a value whose keys are declared one by one. */
function closedObjects(schema: TSchema, value: unknown): Record<string, unknown>[] {
  const { properties, items, anyOf } = schema as {
    properties?: Record<string, TSchema>;
    items?: TSchema;
    anyOf?: TSchema[];
  };
  if (anyOf) return closedObjects(anyOf.find((each) => Value.Check(each, value))!, value);
  if (Array.isArray(value) && items) return value.flatMap((each) => closedObjects(items, each));
  if (!properties || typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  return [
    own,
    ...Object.entries(properties).flatMap(([key, each]) => (key in own ? closedObjects(each, own[key]) : [])),
  ];
}

async function aJsonKey(): Promise<string | null> {
  const { name, column } = pick(jsonColumns);
  const value = sample(column.schema!);
  const places = closedObjects(column.schema!, value);
  if (places.length === 0) return aJsonKey();
  expect(await refusalOf(() => checkJson(name, column, value as never)), `${name} as declared`).toBeNull();
  pick(places)[aName()] = 'Ada';
  const refusal = await refusalOf(() => checkJson(name, column, value as never));
  return refusal?.includes('Ada') ? null : refusal;
}

const events = [
  { type: 'page.visited', data: { page: 'unit' } },
  { type: 'video.played', data: { at_s: 1 } },
  { type: 'problem.answered', data: { attempt: 1, score: 1, most: 1 } },
  { type: 'search.done', data: { scope: 'course', found: 1 } },
] as const;

function anEventField(): string | null {
  const names = { pages: new Set(['unit']), controls: new Set<string>() };
  const intake = createIntake({ database, names, onFailed: () => {} });
  const leave = permit({ personId: null, hasAcknowledged: true, hasConsented: true, objects: false }, 'improve');
  if (leave.type === 'refused') throw new Error('no permit');
  const event = structuredClone(pick(events)) as { data: Record<string, unknown> };
  expect(intake.record(leave, null, event as never).type).toBe('recorded');
  (random(2) === 0 ? event.data : (event as Record<string, unknown>))[aName()] = 'Ada';
  const answer = intake.record(leave, null, event as never);
  return answer.type === 'refused' ? answer.type : null;
}

function aLogField(): string | null {
  const lines: string[] = [];
  const log = createLog({ write: (text) => lines.push(text), now: () => new Date(), isTerminal: false });
  const name = aName();
  log.info('planted', { [name]: 'Ada Lovelace' } as LogFields);
  const line = lines.join('');
  return line.includes(`"refused":["${name}"]`) && !line.includes('Lovelace') ? line : null;
}

/** What the house's own rule says of a source file with these words in it. */
function trespassOf(file: string, text: string): string | null {
  const tree = readTree('.');
  const parse = () => ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = browserStorage.run({ ...tree, sources: [file], read: () => text, parse });
  return (found as readonly { rule: string }[])[0]?.rule ?? null;
}

function aCookie(): string | null {
  const ways = [
    `document.cookie = '${aName()}=1';\n`,
    `export const set = (c) => c.header('Set-Cookie', '${aName()}=1');\n`,
    "import { setCookie } from 'hono/cookie';\n",
  ];
  return trespassOf(`src/web/public/${aName()}.ts`, pick(ways));
}

function aStorageKey(): string | null {
  const place = pick(['localStorage', 'sessionStorage', 'window.localStorage', 'globalThis.sessionStorage']);
  return trespassOf(`src/behaviours/${aName()}.ts`, `${place}.setItem('${aName()}', '1');\n`);
}

async function aLetter(): Promise<string | null> {
  const about = aName() as LetterKind;
  const letter = { subject: 'Ada', text: 'Ada' };
  const to = { personId: null, address: 'ada@lake.example' };
  return refusalOf(() => database.write('secure', (w) => queueLetter(w, to, about, letter)));
}

async function aFile(): Promise<string | null> {
  const file = path.join(folder, pick([`${aName()}.txt`, `.${aName()}`, `${aName()}.db`]));
  writeFileSync(file, 'Ada');
  const refusal = await refusalOf(() => refuseUndeclaredFiles(folder));
  rmSync(file);
  return refusal;
}

const surfaces: Readonly<Record<string, Surface>> = {
  aTable,
  aColumn,
  aJsonKey,
  anEventField,
  aLogField,
  aCookie,
  aStorageKey,
  aLetter,
  aFile,
};

it(`catches ${additions} of ${additions} random additions that nobody declared`, { timeout: 120_000 }, async () => {
  const names = Object.keys(surfaces);
  const missed: string[] = [];
  for (let planted = 0; planted < additions; planted++) {
    const name = names[planted % names.length]!;
    if ((await surfaces[name]!()) === null) missed.push(`${name} (${planted + 1})`);
  }
  expect(missed, `seed ${seed}`).toEqual([]);
  await start();
  expect(await refusalOf(() => refuseUndeclaredFiles(folder))).toBeNull();
});
