import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { readDocuments } from '../../src/domains/policy/index.ts';
import { clusterOwner, socketFolderOf } from '../../src/kernel/database/index.ts';
import { urls } from '../../src/web/urls.ts';

/** The built site in a process of its own, on a fresh data folder, with its database open to the bench. */
export interface BenchSite {
  readonly address: string;
  readonly courseKey: string;
  /** The unit that is measured. */
  readonly unitPath: string;
  readonly socketFolder: string;
  readonly database: pg.Client;
  memory_bytes(): number;
  close(): Promise<void>;
}

const demo2026 = '../shared/courses/demo-2026.tar.gz';
const ownDemo = 'courses/demo';

/** A unit with problems, of 20 kB and more. */
const units = { demo2026: 'vertical@18f8c8467e734220a3aa6fd228152a37', own: 'vertical@check_pull' };

/** Memory of a process and its children, shared pages counted by their share. Linux only. */
function memoryOf(pid: number): number {
  const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
}

/** Imports the 2026 demo course of Open edX, or our own where that is missing, and starts the site. */
export async function openBenchSite(): Promise<BenchSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-bench-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const environment = { ...process.env, MOOC_DATA: folder, PORT: String(port) };
  const archive = existsSync(demo2026) ? demo2026 : ownDemo;
  const done = spawnSync(
    process.execPath,
    ['dist/server/mooc.js', 'import', archive, '--org', 'BenchU', '--publish', '--json'],
    { env: environment, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`the course did not come in: ${done.stderr}`);
  const { courseKey } = JSON.parse(done.stdout) as { courseKey: string };
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await untilOpen(child);
  const socketFolder = socketFolderOf(path.join(folder, 'database'));
  const database = new pg.Client({ host: socketFolder, user: clusterOwner, database: 'postgres' });
  await database.connect();
  return {
    address: `http://127.0.0.1:${port}`,
    courseKey,
    unitPath: urls.unit(courseKey, archive === demo2026 ? units.demo2026 : units.own),
    socketFolder,
    memory_bytes: () => memoryOf(child.pid!),
    database,
    async close() {
      await database.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilOpen(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the site did not start')));
    child.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('mooc is open at')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A learner who is signed in: the secret for the cookie. */
export interface BenchLearner {
  readonly personId: string;
  readonly cookie: string;
}

/** Enrols so many learners, signed in, with the policy acknowledged. */
export async function addLearners(site: BenchSite, count: number): Promise<BenchLearner[]> {
  const secrets = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest());
  const { rows } = await site.database.query<{ id: string; n: number }>(
    `insert into person (id, handle, email, name, is_operator, registered_at, email_confirmed_at)
     select gen_random_uuid(), 'bench' || n, 'bench' || n || '@example.org', 'Learner ' || n, false, now(), now()
     from generate_series(1, $1::int) n
     returning id, substring(handle from 6)::int as n`,
    [count],
  );
  const ids = rows.sort((a, b) => a.n - b.n).map(({ id }) => id);
  await site.database.query(
    `insert into session (id, token_hash, person_id, created_at, seen_at, expires_at)
     select gen_random_uuid(), hash, person, now(), now() + interval '1 hour', now() + interval '1 day'
     from unnest($1::bytea[], $2::uuid[]) as new (hash, person)`,
    [hashes, ids],
  );
  await site.database.query(
    `insert into enrolment (id, person_id, course_key, is_active, enrolled_at)
     select gen_random_uuid(), person, $2, true, now() from unnest($1::uuid[]) as person`,
    [ids, site.courseKey],
  );
  await site.database.query(
    `insert into acknowledgement (person_id, document, version, text_hash, stored_in, occasion, made_at)
     select person, 'privacy', $2, '', '', 'registration', now() from unnest($1::uuid[]) as person`,
    [ids, policyVersion()],
  );
  return ids.map((personId, at) => ({ personId, cookie: `__Host-mooc=${secrets[at]}` }));
}

/** The version of the privacy policy that holds today. */
function policyVersion(): string {
  const facts = { siteName: '', operatorName: '', privacyAddress: '', storagePlace: '', minimumAge_years: 16 };
  return readDocuments('policy', facts).currentDocument('privacy', new Date()).version;
}
