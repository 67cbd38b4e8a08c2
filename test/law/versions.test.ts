import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { aPerson } from '../../src/domains/identity/testing.ts';
import { handInAnswer, type LearningTools, showProblem, submitAnswer } from '../../src/domains/learning/index.ts';
import {
  aReader,
  at,
  block,
  numberProblem,
  oneUnit,
  publishCourse,
  testTools,
} from '../../src/domains/learning/testing.ts';
import {
  acceptHonorCode,
  acknowledge,
  answerNotice,
  createDocuments,
  findStanding,
  isCollected,
  type LiveDocuments,
  permit,
  postVersion,
  readDocuments,
} from '../../src/domains/policy/index.ts';
import { enterRequest } from '../../src/domains/requests/index.ts';
import { aRequest } from '../../src/domains/requests/testing.ts';
import { clusterOwner, prepareDatabase } from '../../src/kernel/database/index.ts';
import type { Holdings } from '../../src/kernel/holdings/index.ts';
import { map, migrations } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { testSite } from '../support/test-site.ts';
import { law } from './law.ts';

/** Versions of the documents, who took note of which, and what may therefore be read. */
let database: TestDatabase;
let documents: LiveDocuments;
let now = new Date('2026-11-24T10:00:00Z');
let people = 0;

const site = {
  siteName: 'Lake School',
  operatorName: 'Lake University',
  privacyAddress: 'privacy@lake.example',
  storagePlace: 'in Portugal',
  minimumAge_years: 16,
};
const wider = new Date('2027-03-01T00:00:00Z');

beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  documents = createDocuments(database, readDocuments('policy', site));
  const source = documents.currentDocument('privacy', now).source;
  const draft = { kind: 'privacy', text: `${source}\nAnd for another purpose.\n`, effective_at: wider } as const;
  await database.write('provide', (w) => postVersion(w, { documents, map }, draft));
  await documents.refresh();
});
afterAll(() => database.close());

const someone = () => aPerson(database, { email: `person${++people}@lake.example` });

/** Changes the database for the length of a test. */
async function spoil(change: string, back: string): Promise<void> {
  await database.asOwner(change);
  onTestFinished(() => database.asOwner(back).then(() => undefined));
}

law('P1 T11', 'a version holds from its very moment, the one before stays readable, and neither is ever changed', {
  whole: () => database,
  keeps: async () => {
    const versionAt = (time: number) => documents.currentDocument('privacy', new Date(time)).version;
    expect(versionAt(wider.getTime() - 1)).toBe('2026-11-24');
    expect(versionAt(wider.getTime())).toBe('2027-03-01');
    expect(documents.findVersion('privacy', '2026-11-24')).not.toBeNull();
    const change = database.asOwner("update document_version set text = text || ' '").then(
      () => 'changed',
      (error: Error) => error.message,
    );
    expect(await change).toContain('is not changed');
  },
  breaks: async () => {
    await spoil(
      'alter table document_version disable trigger posted_for_ever',
      'alter table document_version enable trigger posted_for_ever',
    );
    return database;
  },
});

type GoOn = (personId: string) => Promise<unknown>;

law('P2 P15', 'a person has one acknowledgement of each version, with the place of storage, however many ask at once', {
  whole: (): GoOn => (personId) => database.write('provide', (w) => acknowledge(w, personId, documents, 'going-on')),
  keeps: async (goOn) => {
    const id = await someone();
    await Promise.all(Array.from({ length: 8 }, () => goOn(id)));
    const rows = await database.asOwner(
      'select document, version, stored_in from acknowledgement where person_id = $1 order by 1',
      [id],
    );
    const stored_in = site.storagePlace;
    expect(rows).toEqual([
      { document: 'privacy', version: '2026-11-24', stored_in },
      { document: 'terms', version: '2026-11-24', stored_in },
    ]);
  },
  breaks: async () => {
    const key = 'primary key (person_id, document, version)';
    await spoil(
      'alter table acknowledgement drop constraint acknowledgement_pkey',
      `truncate acknowledgement; alter table acknowledgement add ${key}`,
    );
    return (personId) =>
      database.asOwner(
        `insert into acknowledgement (person_id, document, version, text_hash, stored_in, occasion, made_at)
         values ($1, 'privacy', '2026-11-24', '', '', 'going-on', now())`,
        [personId],
      );
  },
});

law('P2 P10c', 'a purpose that a version adds reaches nothing that was collected before, and nothing of who refuses', {
  whole: () => ({ ...map, submission: widenedSubmission }),
  keeps: async (declared: Holdings) => {
    await prepare(declared);
    onTestFinished(() => prepare(map));
    const [ada, ben, eve] = [await someone(), await someone(), await someone()];
    await handInAt('2026-12-01T10:00:00Z', ada);
    for (const person of [ada, eve]) {
      now = new Date('2027-03-02T10:00:00Z');
      await database.write('provide', (w) => acknowledge(w, person, documents, 'going-on'));
    }
    await database.write('provide', (w) => answerNotice(w, eve, documents, 'disagrees'));
    for (const person of [ada, ben, eve]) await handInAt('2027-03-03T10:00:00Z', person);
    now = new Date('2026-11-24T10:00:00Z');
    const seen = (purpose: 'improve' | 'provide') =>
      database.read(purpose).connection.named<{ person_id: string; at: string }>(
        {
          name: `law ${purpose} ${people}`,
          text: `select person_id, submitted_at::date::text as at from submission where person_id = any ('{${[ada, ben, eve]}}') order by 2`,
        },
        [],
      );
    expect(await seen('improve')).toEqual([{ person_id: ada, at: '2027-03-03' }]);
    expect(await seen('provide')).toHaveLength(4);
  },
  breaks: () => map,
});

/** Submissions, as if the version of March allowed that they are read to improve the site. */
const widenedSubmission = {
  ...map.submission!,
  widened: [{ purpose: 'improve', since: '2027-03-01', collected: 'submitted_at' }],
} as const;

function prepare(declared: Holdings): Promise<void> {
  const owner = { host: inject('socketFolder'), user: clusterOwner, database: database.name };
  return prepareDatabase({ owner, site: testSite, migrations, map: declared, password: null });
}

async function handInAt(time: string, personId: string): Promise<void> {
  await database.asOwner(
    `insert into submission (id, person_id, course_key, block_id, attempt, submitted, submitted_at)
     values (gen_random_uuid(), $1, 'c', $2, 1, '{}', $3)`,
    [personId, time, time],
  );
}

law('P2', 'of who does not agree nothing more is collected', {
  whole: () => isCollected,
  keeps: async (asks) => {
    const id = await someone();
    await database.write('provide', (w) => answerNotice(w, id, documents, 'disagrees'));
    const standing = await findStanding(database.read('provide'), id, documents);
    const subject = { personId: id, hasAcknowledged: asks(standing), hasConsented: true, objects: false };
    expect(permit(subject, 'improve')).toEqual({ type: 'refused', because: 'not-acknowledged' });
  },
  breaks: () => () => true,
});

type HandIn = (tools: LearningTools, personId: string) => Promise<string>;

law('P16 H1 H2 H3 H4 H5 H6', 'work that counts is taken only after the Honor Code was accepted for the course', {
  whole: (): HandIn => async (tools, personId) => {
    const here = at(await aReader(database, tools, personId), 'problem@sum');
    const shown = await showProblem(database.read('provide'), tools, here);
    const done = await handInAnswer(database, tools, here, shown, { '2_1': '4' });
    return done.type === 'refused' ? done.because : done.type;
  },
  keeps: async (handIn) => {
    const tools = testTools();
    const graded = block('problem', 'sum', {}, numberProblem);
    const courseKey = await courseWith(graded);
    const id = await someone();
    expect(await handIn(tools, id)).toBe('honor-code');
    await database.write('provide', (w) => acceptHonorCode(w, id, courseKey, tools.documents));
    expect(await handIn(tools, id)).toBe('answered');
  },
  breaks: () => async (tools, personId) => {
    const here = at(await aReader(database, tools, personId), 'problem@sum');
    return (await database.write('provide', (w) => submitAnswer(w, tools, here, { '2_1': '4' }))).type;
  },
});

async function courseWith(graded: ReturnType<typeof block>): Promise<string> {
  await publishCourse(database, oneUnit([graded], { graded: 'true' }));
  return 'course-v1:LakeU+Tides+2026';
}

law('P9a H6 T7 T8', 'no program takes a result, a place in a course or an account from anybody', {
  whole: () => database,
  keeps: async () => {
    const rows = await database.asOwner<{ may: string }>(
      `select table_name || ' ' || grantee as may from information_schema.role_table_grants
       where privilege_type in ('INSERT', 'UPDATE', 'DELETE') and grantee in ('mooc_test_improve', 'mooc_test_contact')
         and table_name in ('submission', 'block_state', 'completion', 'enrolment', 'credential')`,
    );
    expect(rows).toEqual([]);
  },
  breaks: async () => {
    await spoil(
      'grant update on submission to mooc_test_improve',
      'revoke update on submission from mooc_test_improve',
    );
    return database;
  },
});

law('P3', 'what an operator writes down from elsewhere is marked as such, for good', {
  whole: () => enterRequest,
  keeps: async (enter) => {
    const taken = await database.write('rights', (w) => enter(w, aRequest, now, 'UTC'));
    if (taken.type !== 'received') throw new Error('not taken');
    const [row] = await database.asOwner<{ came_by: string }>('select came_by from privacy_request where id = $1', [
      taken.id,
    ]);
    expect(row?.came_by).toBe('desk');
    expect(map.privacy_request?.columns.came_by?.facts.withheld).toBeUndefined();
  },
  breaks: () => async (w, form, received_at, timeZone) => {
    const taken = await enterRequest(w, form, received_at, timeZone);
    onTestFinished(() => database.asOwner("update privacy_request set came_by = 'desk'").then(() => undefined));
    if (taken.type === 'received')
      w.afterCommit(() => database.asOwner("update privacy_request set came_by = 'form'").then(() => undefined));
    return taken;
  },
});

law(
  'P10a P10b P10d T5',
  'no column about people has a recipient outside or outlasts its person without a declared ground',
  {
    whole: () => map,
    keeps: (held: Holdings) => {
      const open = Object.entries(held).flatMap(([name, table]) =>
        Object.entries(table.columns)
          .filter(([, { facts }]) => {
            const { recipients = [], onErase, clauses } = { ...table.facts, ...facts };
            const isShared = recipients.length > 0 && !clauses.some((id) => id.startsWith('P10'));
            return isShared || (typeof onErase === 'object' && onErase.keep === '');
          })
          .map(([column]) => `${name}.${column}`),
      );
      expect(open).toEqual([]);
    },
    breaks: (held) => ({
      ...held,
      person: { ...held.person!, facts: { ...held.person!.facts, recipients: ['Acme'] } },
    }),
  },
);
