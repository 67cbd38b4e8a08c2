import { beginCourse } from '../../src/domains/courses/index.ts';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { openOrganisation } from '../../src/domains/organisations/index.ts';
import { urls } from '../../src/web/urls.ts';
import type { SiteApp, TestBrowser } from './test-site-app.ts';

/** A person who owns an organisation with a new course in it, and a browser in which they are signed in. */
export interface StudioAuthor {
  readonly personId: string;
  readonly courseKey: string;
  readonly browser: TestBrowser;
}

/** Chidi, who has just begun the course `Rivers` at an organisation of his own. */
export async function anAuthor(app: SiteApp, org = 'LakeU'): Promise<StudioAuthor> {
  const email = `chidi@${org.toLowerCase()}.example`;
  const personId = await aPerson(app.database, { email, name: 'Chidi' });
  const silent = () => ({ subject: 'x', text: 'x' });
  const courseKey = `course-v1:${org}+Rivers+2026`;
  await app.database.write('provide', async (w) => {
    const chidi = { personId, email, name: 'Chidi', language: null };
    const wish = { key: org, kind: 'university', name: org, description: '' } as const;
    await openOrganisation(w, chidi, wish, { needsApproval: false, letters: { opened: silent, invited: silent } });
    const names = { section: 'One', subsection: 'First', unit: 'Sources' };
    const course = { org, number: 'Rivers', run: '2026', title: 'Rivers', language: 'en', names, message: 'Begun' };
    await beginCourse(w, course, personId);
  });
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return { personId, courseKey, browser };
}
