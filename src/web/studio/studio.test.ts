import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../test/support/test-site-app.ts';
import { beginCourse } from '../../domains/courses/index.ts';
import { giveCourseRole } from '../../domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import {
  type Action,
  actions,
  decideOrganisation,
  ensureMember,
  isCourseAction,
  mayDo,
  memberRoles,
  type OrganisationLetters,
  openOrganisation,
  type Role,
} from '../../domains/organisations/index.ts';
import { urls } from '../urls.ts';
import { studioPlaces } from './studio-routes.ts';
import type { StudioSite } from './studio-site.ts';

const key = 'LakeU';
const courseKey = `course-v1:${key}+Rivers+2026`;

let app: SiteApp;
const people = new Map<Role | 'nobody' | 'other', { id: string; browser: TestBrowser }>();

const letters: OrganisationLetters = {
  opened: () => ({ subject: 'opened', text: 'x' }),
  invited: () => ({ subject: 'invited', text: 'x' }),
};

beforeAll(async () => {
  app = await aSiteApp();
  for (const who of [...memberRoles, 'staff', 'nobody', 'other'] as const) {
    const id = await aPerson(app.database, { email: `${who}@lake.example`, name: who });
    const browser = app.browser();
    await browser.post(urls.signIn(), { email: `${who}@lake.example`, password: testPassword });
    people.set(who, { id, browser });
  }
  const idOf = (who: Role | 'nobody' | 'other') => people.get(who)!.id;
  await app.database.write('provide', async (w) => {
    const chidi = { personId: idOf('owner'), email: 'owner@lake.example', name: 'Chidi', language: null };
    const site = { needsApproval: false, letters };
    await openOrganisation(w, chidi, { key, kind: 'university', name: 'Lake University', description: '' }, site);
    const other = { ...chidi, personId: idOf('other'), email: 'other@lake.example' };
    await openOrganisation(w, other, { key: 'Other', kind: 'teacher', name: 'Other', description: '' }, site);
    const names = { section: 'One', subsection: 'First', unit: 'Unit' };
    const course = { org: key, number: 'Rivers', run: '2026', title: 'Rivers', language: 'en', names, message: '' };
    await beginCourse(w, course, idOf('owner'));
    await giveCourseRole(w, idOf('staff'), courseKey, 'staff');
    for (const role of memberRoles.slice(1)) await ensureMember(w, key, idOf(role), role);
  });
});
afterAll(() => app.close());

interface DeclaredRoute {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly action: Action;
}

/** All routes of the studio with the action of each, as its places declare them. */
function listRoutes(): DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  const noting =
    (method: 'GET' | 'POST'): StudioSite['get'] =>
    (pattern, action) => {
      routes.push({ method, pattern, action });
    };
  const studio: StudioSite = { get: noting('GET'), post: noting('POST') };
  for (const addRoutes of studioPlaces) addRoutes(studio, app.powers);
  return routes;
}

const none = '0198b2f4-0000-7000-8000-000000000000';

/** An address of the route. What it is about beyond the course or organisation is not there: the right is asked first. */
function addressOf(pattern: string, organisation = key, course = courseKey): string {
  return pattern
    .replace(':organisation', organisation)
    .replace(':courseKey', encodeURIComponent(course))
    .replace(/:\w+(\{[^}]*\})?/g, none);
}

async function ask(who: Role | 'nobody' | 'other' | null, { method, pattern }: DeclaredRoute): Promise<number> {
  const browser = who === null ? app.browser() : people.get(who)!.browser;
  const address = addressOf(pattern);
  // A POST without a form: whoever may gets as far as being told what is missing, and nothing is done.
  const response = method === 'GET' ? await browser.get(address) : await browser.post(address);
  await response.body?.cancel();
  return response.status;
}

describe('who may do what', () => {
  it('is asked at every address of the studio, and at no other place', () => {
    const declared = new Set(listRoutes().map(({ method, pattern }) => `${method} ${pattern}`));
    const open = [urls.studio(), urls.openOrganisation()];
    const served = app.site.routes.filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/studio') && !open.includes(path),
    );
    expect(served.length).toBeGreaterThan(15);
    expect(served.map(({ method, path }) => `${method} ${path}`).filter((one) => !declared.has(one))).toEqual([]);
    for (const { pattern, action } of listRoutes())
      expect(pattern, action).toContain(isCourseAction(action) ? ':courseKey' : ':organisation');
  });

  it.each([...memberRoles, 'staff'] as const)('holds for the role %s at each address, yes and no', async (role) => {
    const wrong: string[] = [];
    for (const route of listRoutes()) {
      // Leaving and handing over would change who is what.
      if (route.method === 'POST' && /leave$/.test(route.pattern)) continue;
      const status = await ask(role, route);
      const isMember = role !== 'staff' || isCourseAction(route.action);
      const expected = isMember ? (mayDo(role, route.action) ? 'let in' : 403) : 404;
      const isRight = expected === 'let in' ? ![401, 403].includes(status) && status < 500 : status === expected;
      if (!isRight) wrong.push(`${route.method} ${route.pattern}: ${status}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
    expect(app.faults()).toBe('');
  });

  it('lets nobody in who is nothing there: strangers are sent to the door, others told that there is no such place', async () => {
    const wrong: string[] = [];
    for (const route of listRoutes()) {
      const answers = [await ask(null, route), await ask('nobody', route), await ask('other', route)];
      if (answers.join() !== '303,404,404') wrong.push(`${route.method} ${route.pattern}: ${answers}`);
    }
    expect(wrong).toEqual([]);
  });

  it('says to a member why not, and who may', async () => {
    const response = await people.get('analyst')!.browser.get(urls.newCourse(key));
    const text = await response.text();
    expect(response.status).toBe(403);
    for (const word of ['analyst', 'Lake University', 'begin a course', 'owner, administrator, or author'])
      expect(text).toContain(word);
  });

  it('has no action that no role may do, and none that only some of the table knows', () => {
    for (const action of actions) expect([...memberRoles].some((role) => mayDo(role, action))).toBe(true);
    for (const action of actions) expect(mayDo('owner', action), action).toBe(true);
  });

  it('publishes nothing of an organisation that waits for an operator', async () => {
    const publishing = listRoutes().filter(({ action }) => action === 'course.publish');
    await app.database.write('provide', (w) => decideOrganisation(w, key, 'declined'));
    for (const route of publishing) expect(await ask('owner', route)).toBe(403);
    expect((await app.browser().get(urls.organisation(key))).status).toBe(404);
    await app.database.write('provide', (w) => decideOrganisation(w, key, 'open'));
    expect((await app.browser().get(urls.organisation(key))).status).toBe(200);
  });
});
