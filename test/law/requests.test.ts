import { afterAll, beforeAll, expect } from 'vitest';
import { addExtent, findBreach, noteBreach, tellAffected } from '../../src/domains/breaches/index.ts';
import { aPerson } from '../../src/domains/identity/testing.ts';
import { readDocuments } from '../../src/domains/policy/index.ts';
import { listRequests, takePrivacyMail } from '../../src/domains/requests/index.ts';
import { aMail } from '../../src/domains/requests/testing.ts';
import { map } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { law } from './law.ts';

const site = {
  siteName: 'Lake School',
  operatorName: 'Lake University',
  privacyAddress: 'privacy@lake.example',
  storagePlace: 'in Portugal',
  minimumAge_years: 16,
};
const now = new Date('2027-01-31T12:00:00Z');
let database: TestDatabase;
let dana: string;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  dana = await aPerson(database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  await aPerson(database, { email: 'ada@lake.example', name: 'Ada' });
});
afterAll(() => database.close());

const all = { show: 'open', kind: null, operatorId: null } as const;

law('P13', 'mail to the privacy address stands on the desk, due within one month', {
  whole: async () => {
    await takePrivacyMail(database, aMail(), 'UTC');
  },
  keeps: async () => {
    const { rows } = await database.write('rights', (w) => listRequests(w, all, 1, { timeZone: 'UTC', staffId: dana }));
    expect(rows.length).toBeGreaterThan(0);
    for (const { due_on } of rows) expect(due_on! <= '2027-02-28', String(due_on)).toBe(true);
  },
  breaks: async () => {
    await database.asOwner("update privacy_request set due_on = due_on + interval '1 day'");
  },
});

law('P14', 'whoever had data in what lay open is told of a breach', {
  whole: async () => {
    const form = { title: 'A backup lay open', what: 'For a day', measures: '', risk: 'high', known_at: now };
    const noted = await database.write('rights', (w) => noteBreach(w, null, form));
    const id = noted.type === 'stored' ? noted.id : '';
    const extent = { table: 'person', columns: ['email'], from: new Date(0), to: now, which: 'there' } as const;
    await database.write('rights', (w) => addExtent(w, map, id, extent));
    return id;
  },
  keeps: async (id) => {
    await tellAffected(database, map, id, { subject: 'Your data', body: 'A backup lay open.' }, 'privacy@mooc.test');
    const people = await database.asOwner('select from person');
    expect((await findBreach(database.read('rights'), map, id))?.told).toBe(people.length);
  },
  breaks: async (id) => {
    await database.asOwner('delete from breach_extent');
    return id;
  },
});

law('P13', 'what is kept of a request goes when the policy says', {
  whole: () => map.privacy_request!,
  keeps: ({ facts, sooner }) => {
    const { text } = readDocuments('policy', site).currentDocument('privacy', now);
    expect(text.replaceAll('\n', ' ')).toContain('is kept until three years after the answer');
    expect(facts.keep).toEqual({ days: 3 * 365, from: 'closed_at' });
    expect(text.replaceAll('\n', ' ')).toContain('what you do not confirm is deleted after seven days');
    expect(sooner).toEqual({ days: 7, from: 'received_at', unless: 'confirmed_at' });
  },
  breaks: (table) => ({ ...table, facts: { ...table.facts, keep: { days: 4 * 365, from: 'closed_at' } } }),
});
