// Who may import whom. Each rule is proved by a planted trespass in test/house/planted.test.ts.
const staircase = require('./staircase.json');

const tests = ['\\.test\\.tsx?$', '/testing\\.ts$', '^test/', '^bench/'];
const stores = ['-store\\.ts$', '^src/kernel/database/'];
const doors = '^src/domains/[^/]+/index\\.ts$';
const builders = '^src/domains/[^/]+/testing\\.ts$';
const declarations = '^src/domains/[^/]+/(holdings\\.ts|migrations/)';
const databaseLibraries = 'node_modules/(kysely|pg|pg-[a-z-]+)/';
const webLibraries = 'node_modules/(hono|@hono/[^/]+|preact|preact-render-to-string)/';

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid('no-cycle', 'No cycles, types included.', {}, { circular: true }),
    forbid('every-import-resolves', 'What is imported exists.', {}, { couldNotResolve: true }),

    ...staircase
      .slice(0, -1)
      .map((domain, step) =>
        forbid(
          'staircase',
          'A domain imports only those before it in staircase.json.',
          { path: `^src/domains/${domain}/` },
          { path: `^src/domains/(${staircase.slice(step + 1).join('|')})/` },
        ),
      ),
    forbid(
      'domain-door',
      'From another domain only through its index.ts (tests: testing.ts too).',
      { path: '^src/domains/([^/]+)/' },
      { path: '^src/domains/', pathNot: ['^src/domains/$1/', doors, builders] },
    ),
    forbid(
      'house-door',
      'From outside the domains only through index.ts; holdings and migrations are gathered by the map.',
      { pathNot: ['^src/domains/', '^src/map\\.ts$'] },
      { path: '^src/domains/', pathNot: [doors, builders] },
    ),
    forbid(
      'map-gathers-declarations',
      'The map knows what domains store, and nothing else of them.',
      { path: '^src/map\\.ts$' },
      { path: '^src/domains/', pathNot: declarations },
    ),
    forbid(
      'no-test-in-source',
      'What is served loads nothing of the tests.',
      { path: '^src/', pathNot: tests },
      { path: tests },
    ),
    forbid(
      'no-tool-in-source',
      'What is served needs no package for developers.',
      { path: '^src/', pathNot: tests },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),

    forbid(
      'kernel-is-ground',
      'The kernel imports nothing of ours.',
      { path: '^src/kernel/', pathNot: tests },
      { path: '^src/', pathNot: '^src/kernel/' },
    ),
    forbid(
      'domain-no-surface',
      'Domains know no screen, API or command.',
      { path: '^src/domains/', pathNot: tests },
      { path: '^src/', pathNot: ['^src/(domains|kernel)/'] },
    ),
    forbid(
      'domain-no-web-library',
      'Domains know no HTTP and no screen.',
      { path: '^src/domains/', pathNot: tests },
      { path: [webLibraries, '^(node:)?http[s2]?$'] },
    ),
    forbid(
      'only-stores-use-sql-libraries',
      'Only *-store.ts speaks SQL.',
      { path: '^src/', pathNot: [...stores, ...tests, '^src/kernel/holdings/'] },
      { path: databaseLibraries },
    ),
    forbid(
      'problems-are-pure',
      'Grading is repeatable years later: no clock, database, file, network or process.',
      { path: '^src/domains/problems/', pathNot: tests },
      { path: ['^src/kernel/(clock|ids|database|data-folder|switchboard|log|files|mail|jobs)'] },
    ),
    forbid(
      'problems-use-no-system',
      'Grading is repeatable years later: of the system only hashes and bytes.',
      { path: '^src/domains/problems/', pathNot: tests },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|crypto)$' },
    ),
    forbid(
      'browser-gets-types-only',
      "The browser's side imports only types from the rest, so nothing secret can be bundled.",
      { path: '^src/(islands|behaviours)/', pathNot: tests },
      { path: '^src/', pathNot: '^src/(islands|behaviours)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'browser-has-no-system',
      'A browser has none of the packages of Node.',
      { path: '^src/(islands|behaviours)/', pathNot: tests },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'pages-get-views',
      'Pages receive views, never rows.',
      { path: '^src/web/', pathNot: tests },
      { path: ['^src/kernel/holdings/', databaseLibraries] },
    ),
    forbid(
      'surfaces-stand-alone',
      'Pages, API and commands share verbs, not code of each other.',
      { path: '^src/(web|api|cli)/', pathNot: tests },
      { path: '^src/(web|api|cli)/', pathNot: '^src/$1/' },
    ),
    forbid(
      'nobody-imports-the-top',
      'Only entries know the house.',
      { path: '^src/(web|api|domains|kernel|islands|behaviours)/', pathNot: tests },
      { path: '^src/(main|house|map)\\.tsx?$' },
    ),
  ],
};
