import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { consentUses, readDocuments, versionsAt } from '../../src/domains/policy/index.ts';
import { clusterOwner, socketFolderOf } from '../../src/kernel/database/index.ts';
import { urls } from '../../src/web/urls.ts';
import { startSite } from './started-site.ts';

/** The built site in a process of its own, on a fresh data folder, with its database open to the bench. */
export interface BenchSite {
  readonly address: string;
  readonly courseKey: string;
  /** Its data folder. */
  readonly folder: string;
  /** The unit that is measured. */
  readonly unitPath: string;
  readonly socketFolder: string;
  readonly database: pg.Client;
  memory_bytes(): number;
  close(): Promise<void>;
}

const demo2026 = '../shared/courses/demo-2026.tar.gz';
const ownDemo = 'courses/demo';

const facts = { siteName: '', operatorName: '', privacyAddress: '', storagePlace: '', minimumAge_years: 16 };
const documents = readDocuments('policy', facts);

/** A unit with problems, of 20 kB and more. */
const units = { demo2026: 'vertical@18f8c8467e734220a3aa6fd228152a37', own: 'vertical@check_pull' };

/** Imports the 2026 demo course of Open edX, or our own where that is missing, and starts the site. */
export async function openBenchSite(): Promise<BenchSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-bench-'));
  chmodSync(folder, 0o755);
  const archive = existsSync(demo2026) ? demo2026 : ownDemo;
  const done = spawnSync(
    process.execPath,
    ['dist/server/mooc.js', 'import', archive, '--org', 'BenchU', '--publish', '--json'],
    { env: { ...process.env, MOOC_DATA: folder }, encoding: 'utf8' },
  );
  if (done.status !== 0) throw new Error(`the course did not come in: ${done.stderr}`);
  const { courseKey } = JSON.parse(done.stdout) as { courseKey: string };
  const site = await startSite(folder);
  const socketFolder = socketFolderOf(path.join(folder, 'database'));
  const database = new pg.Client({ host: socketFolder, user: clusterOwner, database: 'postgres' });
  await database.connect();
  return {
    address: site.address,
    courseKey,
    folder,
    unitPath: urls.unit(courseKey, archive === demo2026 ? units.demo2026 : units.own),
    socketFolder,
    memory_bytes: site.memory_bytes,
    database,
    async close() {
      await database.end();
      await site.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A learner who is signed in: the secret for the cookie. */
export interface BenchLearner {
  readonly personId: string;
  readonly cookie: string;
}

/** Enrols so many learners, signed in, with the policy acknowledged, who allowed that what they do is recorded. */
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
    `insert into acknowledgement (person_id, document, version, text_hash, stored_in, occasion, made_at, answer, answered_at)
     select person, split_part(held, ' ', 1), split_part(held, ' ', 2), '', '', 'registration', now(), 'noted', now()
     from unnest($1::uuid[]) as person, unnest($2::text[]) as held`,
    [ids, versionsAt(documents, new Date()).split('\n')],
  );
  await site.database.query(
    `insert into honor_code_acceptance (person_id, course_key, version, text_hash, accepted_at)
     select person, $2, $3, '', now() from unnest($1::uuid[]) as person`,
    [ids, site.courseKey, versionOf('honor-code')],
  );
  await site.database.query(
    `insert into consent (id, person_id, use, wording, version, shown, control, given_at)
     select gen_random_uuid(), person, 'improve', $3, $2, '', 'choices.allow', now() from unnest($1::uuid[]) as person`,
    [ids, versionOf('privacy'), consentUses.improve.wording],
  );
  return ids.map((personId, at) => ({ personId, cookie: `__Host-mooc=${secrets[at]}` }));
}

function versionOf(kind: 'privacy' | 'honor-code'): string {
  return documents.currentDocument(kind, new Date()).version;
}
