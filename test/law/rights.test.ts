import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { archivePerson, previewErasure } from '../../src/domains/disclosure/index.ts';
import { listPeople } from '../../src/domains/identity/index.ts';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { takeForGrader } from '../../src/domains/learning/index.ts';
import { draftMailing, findMailing } from '../../src/domains/outreach/index.ts';
import { aSignUp } from '../../src/domains/outreach/testing.ts';
import { giveConsent } from '../../src/domains/policy/index.ts';
import { type Holdings, tablesAboutPeople } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { urls } from '../../src/web/urls.ts';
import { readCopy } from '../support/read-copy.ts';
import { aSiteApp, type SiteApp, type TestBrowser } from '../support/test-site-app.ts';
import { type Canary, fillTables } from './fill-tables.ts';
import { law } from './law.ts';

let app: SiteApp;
let browser: TestBrowser;
const ada = { email: 'ada@lake.example', id: '' };
const carl: Canary = { id: crypto.randomUUID(), email: 'carl.canary@lake.example', name: 'Carl Canary' };

beforeAll(async () => {
  app = await aSiteApp();
  ada.id = await aPerson(app.database, { email: ada.email });
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  browser = await signedIn(ada.email);
  await browser.post(urls.acknowledge(), { next: '/' });
  await aSignUp(app.database, ada.email);
  await app.database.write('provide', (w) =>
    giveConsent(w, ada.id, { use: 'improve', version: '2026-11-24', shown: 'Yes', control: 'choices.allow' }),
  );
});
afterAll(() => app.close());

async function signedIn(email: string): Promise<TestBrowser> {
  const one = app.browser();
  await one.post(urls.signIn(), { email, password: testPassword });
  return one;
}

/** Makes what a person chooses leave no trace, as if nobody had built it. */
async function loseChoices(): Promise<void> {
  await app.database.asOwner(`
    create function lose_choice() returns trigger language plpgsql as
      $$ begin new.restricted_at := null; new.objects_to := '{}'; return new; end $$;
    create trigger lose_choice before update on person for each row execute function lose_choice()`);
  onTestFinished(() => app.database.asOwner('drop function lose_choice cascade').then(() => {}));
}

/** How many events are tied to Ada, or are there at all, after she opened a page. */
async function recorded(): Promise<{ tied: number; all: number }> {
  await app.powers.intake.flush();
  await app.database.asOwner('truncate event');
  await browser.get(urls.courses());
  await app.powers.intake.flush();
  const rows = await app.database.asOwner<{ person_id: string | null }>('select person_id from event');
  return { tied: rows.filter((row) => row.person_id !== null).length, all: rows.length };
}

/** Whether a grader elsewhere gets an answer of Ada's to judge. */
async function isJudged(): Promise<boolean> {
  await app.database.asOwner('delete from grading_request');
  await app.database.asOwner(
    `insert into grading_request (id, person_id, course_key, block_id, attempt, queue, asked, asked_at)
     values (gen_random_uuid(), $1, 'course-v1:A+B+C', 'problem@p', 1, 'lake', '{"payload":"","seed":1,"answers":{}}', now())`,
    [ada.id],
  );
  return (await app.database.write('provide', (w) => takeForGrader(w, 'lake'))) !== null;
}

/** Whom a mailing to everybody would reach now. */
async function reaches(): Promise<number> {
  const { database } = app;
  const wording = { subject: 'News', body: 'News', audience: null };
  const drafted = await database.write('contact', (w) => draftMailing(w, wording));
  if (drafted.type === 'refused') throw new Error('no draft');
  return (await findMailing(database.read('contact'), drafted.id))!.reaches;
}

law('P13', 'data at rest are in no event, no mailing, no list and no course, from the next request on', {
  whole: () => app,
  keeps: async () => {
    const dana = await signedIn('dana@lake.example');
    const sees = async () => (await (await dana.get(urls.desk())).text()).includes(ada.email);
    const named = async () => (await listPeople(app.database.read('provide'), [ada.id])).size;
    expect([await sees(), await named(), await isJudged()]).toEqual([true, 1, true]);
    expect(await reaches()).toBe(1);
    expect((await recorded()).tied).toBe(1);
    await browser.post(urls.rest(), { rest: 'yes' });
    onTestFinished(() => browser.post(urls.rest(), { rest: 'no' }).then(() => {}));
    expect((await recorded()).all).toBe(0);
    expect([await sees(), await named(), await isJudged()]).toEqual([false, 0, false]);
    expect((await browser.get(urls.myCourses())).status).toBe(403);
    expect(await (await browser.get(urls.myData())).text()).toContain('at rest');
    expect(await reaches()).toBe(0);
  },
  breaks: async (whole) => {
    await loseChoices();
    return whole;
  },
});

law('P9b P13', 'who objects to mailings gets none, though a yes from before stands', {
  whole: () => app,
  keeps: async () => {
    expect(await reaches()).toBe(1);
    await browser.post(urls.object(), { use: 'contact', objects: 'yes' });
    onTestFinished(() => browser.post(urls.object(), { use: 'contact', objects: 'no' }).then(() => {}));
    expect(await reaches()).toBe(0);
  },
  breaks: async (whole) => {
    await loseChoices();
    return whole;
  },
});

law('P5 P13', 'who objects to being observed is tied to nothing from the next request on', {
  whole: () => app,
  keeps: async () => {
    expect((await recorded()).tied).toBe(1);
    await browser.post(urls.object(), { use: 'improve', objects: 'yes' });
    onTestFinished(() => browser.post(urls.object(), { use: 'improve', objects: 'no' }).then(() => {}));
    expect((await recorded()).tied).toBe(0);
  },
  breaks: async (whole) => {
    await loseChoices();
    return whole;
  },
});

law(
  'P13',
  'a copy holds a row of every table of the map that leads to the person, and the foretold erasure counts it',
  {
    whole: () => map,
    keeps: async (declared: Holdings) => {
      const { files, foretold } = await copyOf(declared);
      const held = tablesAboutPeople(map).sort();
      expect([...files.keys()].filter((name) => name.startsWith('data/')).sort()).toEqual(
        held.map((table) => `data/${table}.jsonl`),
      );
      expect(foretold.map(({ table }) => table).sort()).toEqual(held);
    },
    breaks: (whole) => {
      const { bookmark: _, ...fewer } = whole;
      return fewer as Holdings;
    },
  },
);

async function copyOf(declared: Holdings) {
  const [there] = await app.database.asOwner('select from person where id = $1', [carl.id]);
  if (!there) await fillTables(app.database, map, carl);
  const who = { email: carl.email };
  const bytes = await app.database.write('rights', async (w) =>
    buffer((await archivePerson(w, declared, who, () => ''))!),
  );
  const foretold = await previewErasure(app.database.read('rights'), declared, who);
  return { files: await readCopy(bytes), foretold };
}
