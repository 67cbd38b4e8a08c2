/** A trespass to plant: the rule that must name it, and the files that commit it (the first one is to be named). */
export interface Planted {
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
  /** Where the rule reports it, if not in the first file. */
  readonly reportedIn?: string;
}

function plant(rule: string, files: Readonly<Record<string, string>>, reportedIn?: string): Planted {
  return reportedIn ? { rule, files, reportedIn } : { rule, files };
}

const deepest = 'src/domains/identity/planted';
const highest = 'src/domains/ops/planted';

/** At least one for every rule; planted all at once in one copy of the tree. */
export const planted: readonly Planted[] = [
  plant('no-cycle', {
    [`${deepest}-cycle-a.ts`]: "import type { B } from './planted-cycle-b.ts';\nexport interface A { b: B }\n",
    [`${deepest}-cycle-b.ts`]: "import type { A } from './planted-cycle-a.ts';\nexport interface B { a: A }\n",
  }),
  plant('every-import-resolves', {
    [`${deepest}-missing.ts`]: "import { x } from './nowhere.ts';\nexport const y = x;\n",
  }),
  plant('staircase', {
    [`${deepest}-upward.ts`]: "import { ops } from '../ops/index.ts';\nexport const up = ops;\n",
    'src/domains/ops/index.ts': '/** Planted. */\nexport const ops = 1;\n/** Planted. */\nexport type Ops = 1;\n',
  }),
  plant('staircase', {
    [`${deepest}-upward-type.ts`]: "import type { Ops } from '../ops/index.ts';\nexport type Up = Ops;\n",
  }),
  plant('domain-door', {
    [`${highest}-window.ts`]:
      "import { inside } from '../identity/planted-inside.ts';\nexport const window = inside;\n",
    [`${deepest}-inside.ts`]: 'export const inside = 1;\n',
  }),
  plant('house-door', {
    'src/web/planted-window.ts':
      "import { inside } from '../domains/identity/planted-inside.ts';\nexport const window = inside;\n",
  }),
  plant('house-door', {
    'src/web/planted-holdings.ts':
      "import { holdings } from '../domains/identity/holdings.ts';\nexport const rows = holdings;\n",
  }),
  plant('map-gathers-declarations', {
    'src/map.ts': "import { inside } from './domains/identity/planted-inside.ts';\nexport const map = inside;\n",
  }),
  plant('no-test-in-source', {
    'src/web/planted-builder.ts':
      "import { aThing } from '../domains/identity/testing.ts';\nexport const thing = aThing;\n",
    'src/domains/identity/testing.ts': 'export const aThing = 1;\n',
  }),
  plant('no-tool-in-source', { 'src/web/planted-tool.ts': "import fc from 'fast-check';\nexport const tool = fc;\n" }),
  plant('kernel-is-ground', {
    'src/kernel/planted-ground.ts': "import { ops } from '../domains/ops/index.ts';\nexport const up = ops;\n",
  }),
  plant('domain-no-surface', {
    [`${highest}-surface.ts`]: "import { urls } from '../../web/urls.ts';\nexport const link = urls;\n",
  }),
  plant('domain-no-web-library', {
    [`${highest}-http.ts`]: "import { Hono } from 'hono';\nexport const site = new Hono();\n",
  }),
  plant('domain-no-web-library', {
    [`${highest}-server.ts`]: "import { createServer } from 'node:http';\nexport const server = createServer;\n",
  }),
  plant('only-stores-use-sql-libraries', { [`${highest}-pg.ts`]: "import pg from 'pg';\nexport const client = pg;\n" }),
  plant('only-stores-speak-sql', {
    [`${highest}-sql.ts`]: "export const text = (id: string) => 'select id from person where id = ' + id;\n",
  }),
  plant('only-stores-speak-sql', {
    [`${highest}-tables.ts`]:
      "import { tables } from '../../kernel/database/index.ts';\nexport const speak = tables;\n",
  }),
  plant('only-house-builds', {
    [`${highest}-builder.ts`]:
      "import { createSwitchboard } from '../../kernel/switchboard.ts';\nexport const board = createSwitchboard();\n",
  }),
  plant('only-map-gathers-holdings', {
    'src/web/planted-gatherer.ts':
      "import { holdings } from '../domains/identity/index.ts';\nexport const rows = holdings;\n",
  }),
  plant('problems-are-pure', {
    'src/domains/problems/planted-clock.ts':
      "import { systemClock } from '../../kernel/clock.ts';\nexport const time = systemClock;\n",
  }),
  plant('problems-use-no-system', {
    'src/domains/problems/planted-file.ts':
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  }),
  plant('problems-are-repeatable', {
    'src/domains/problems/planted-now.ts': 'export const roll = () => Math.random() + Date.now();\n',
  }),
  plant('problems-are-repeatable', {
    'src/domains/problems/planted-date.ts': 'export const today = () => new Date();\n',
  }),
  plant('problems-are-repeatable', {
    'src/domains/problems/planted-dice.ts':
      "import { randomInt } from 'node:crypto';\nexport const roll = () => randomInt(6);\n",
  }),
  plant('only-entries-read-environment', { [`${highest}-environment.ts`]: 'export const port = process.env.PORT;\n' }),
  plant('browser-gets-types-only', {
    'src/behaviours/planted-secret.ts': "import { newSecret } from '../kernel/ids.ts';\nnewSecret();\n",
  }),
  plant('browser-has-no-system', {
    'src/behaviours/planted-file.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('/etc/passwd');\n",
  }),
  plant('pages-get-views', {
    'src/web/planted-rows.ts': "import type { Table } from '../kernel/holdings/index.ts';\nexport type Row = Table;\n",
  }),
  plant('surfaces-stand-alone', {
    'src/cli/planted-page.ts': "import { urls } from '../web/urls.ts';\nexport const link = urls;\n",
  }),
  plant('nobody-imports-the-top', {
    'src/web/planted-top.ts': "import { map } from '../map.ts';\nexport const all = map;\n",
  }),

  plant('no-orphan-file', { 'src/web/planted-orphan.ts': 'export const orphan = 1;\n' }),
  plant(
    'no-unused-export',
    {
      'src/behaviours/planted-user.ts': "import { used } from './planted/half-used.ts';\nused();\n",
      'src/behaviours/planted/half-used.ts': 'export const used = () => {};\nexport const unused = 1;\n',
    },
    'src/behaviours/planted/half-used.ts',
  ),
  plant('no-unused-package', {
    // In two pieces, or this very file would name it.
    'knip.json': `{ "entry": ["src/behaviours/*.ts"], "ignoreDependencies": ["${['never', 'named'].join('-')}"] }\n`,
  }),
  plant('no-unused-package', {
    'package.json': '{ "name": "mooc", "type": "module", "dependencies": { "left-pad": "1.3.0" } }\n',
  }),
  plant('package-is-listed', { 'src/behaviours/planted-unlisted.ts': "import 'right-pad';\n" }),

  plant('table-declared-once', {
    'src/domains/ops/migrations/9999-planted.ts':
      "export const step = { name: 'x', sql: 'create table planted_one (id uuid)' };\n",
  }),
  plant('table-declared-once', {
    'src/domains/ops/planted/holdings.ts': 'export const holdings = declareHoldings({ planted_two: {} });\n',
  }),
  plant('file-is-short', { 'src/web/planted-long.ts': 'export {};\n'.repeat(401) }),
  plant('function-is-short', {
    'src/web/planted-function.ts': `export function long() {\n${'  void 0;\n'.repeat(70)}}\n`,
  }),
  plant('no-any-outside-kernel', {
    'src/web/planted-any.ts': 'export const loose = (value: any): unknown => value;\n',
  }),
  plant(
    'door-is-documented',
    {
      'src/domains/planted/index.ts': "export { bare } from './bare.ts';\nexport * from './all.ts';\n",
      'src/domains/planted/bare.ts': 'export const bare = 1;\n',
    },
    'src/domains/planted/bare.ts',
  ),
  plant(
    'door-lists-its-exports',
    { 'src/domains/planted/all.ts': '/** All. */\nexport const all = 1;\n' },
    'src/domains/planted/index.ts',
  ),
  plant('domain-is-in-staircase', {}, 'src/domains/planted'),
  plant('domain-has-readme', {}, 'src/domains/planted'),
  plant('domain-has-door', { 'src/domains/doorless/thing.ts': 'export const thing = 1;\n' }, 'src/domains/doorless'),
  plant('no-bare-words', { 'src/web/planted-words.tsx': 'export const Hello = () => <p>Hello</p>;\n' }),
  plant('no-bare-words', { 'src/web/planted-label.tsx': 'export const Close = () => <nav aria-label="Close" />;\n' }),
  plant('no-bare-words', {
    'src/web/planted-choice.tsx': "export const Open = (o: { is: boolean }) => <p>{o.is ? 'Open' : ''}</p>;\n",
  }),
  plant('no-bare-words', {
    'src/web/planted-markup.ts': 'export const hello = (name: string) => `<p class="x">Hello</p>`;\n',
  }),
  plant('message-exists', {
    'src/web/planted-message.tsx':
      "export const Say = ({ t }: { t(key: string): string }) => <p>{t('planted.unsaid')}</p>;\n",
  }),
  plant('message-is-used', { 'src/web/messages/en.json': '{ "planted.silent": "Nobody says this" }\n' }),
  plant('control-has-id', { 'src/web/planted-link.tsx': 'export const Link = () => <a href="/courses" />;\n' }),
  plant('control-is-declared', {
    'src/web/planted-button.tsx':
      'export const Button = () => <button type="button" data-control="planted.nowhere" />;\n',
  }),
  plant('control-is-used', { 'src/web/controls.ts': "export const controls = ['planted.unused'];\n" }),

  plant('cookie-is-declared', {
    'src/web/planted-cookie.ts': "import { setCookie } from 'hono/cookie';\nexport const set = setCookie;\n",
  }),
  plant('cookie-is-declared', {
    'src/web/planted-header.ts': "export const name = 'Set-Cookie';\n",
  }),
  plant('cookie-is-declared', {
    'src/behaviours/planted-cookie.ts': "document.cookie = 'seen=yes';\n",
  }),
  plant('nothing-in-browser-storage', {
    'src/behaviours/planted-storage.ts': "window.localStorage.setItem('seen', 'yes');\n",
  }),
  plant('way-out-is-declared', {
    'src/web/admin/planted-file.ts': "export const head = { 'content-disposition': 'attachment' };\n",
  }),
  plant('way-out-is-declared', {
    'src/web/admin/planted-rows.ts':
      "import { readInquiries } from '../../domains/outreach/index.ts';\nexport const rows = readInquiries();\n",
  }),
  plant('way-out-is-declared', {
    'src/domains/ops/planted-call.ts':
      "export const tell = (name: string) => fetch('https://elsewhere.example/' + name);\n",
  }),
  plant('way-out-asks-the-gate', {
    'src/web/admin/privacy/disclosures-routes.tsx': "export const head = { 'content-disposition': 'attachment' };\n",
  }),
  plant('only-the-gate-makes-passes', {
    'src/web/admin/planted-pass.ts':
      "import type { Pass } from '../../domains/gate/index.ts';\nexport const pass = {} as Pass<'inquiries-file'>;\n",
  }),
];
