import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readConfig } from '../../src/config.ts';
import { enrol } from '../../src/domains/enrolment/index.ts';
import { ensurePerson } from '../../src/domains/identity/index.ts';
import { openHouse } from '../../src/house.ts';
import { urls } from '../../src/web/urls.ts';
import { openBrowser } from './browser.ts';
import { aDataFolder, aFreePort, type RunningMooc, runMooc, startMooc } from './built-mooc.ts';

export const demoCourse = 'course-v1:HarbourSchool+Tides+2026';
const password = 'a walk along the river';

/** The built site with its demo course, in a real browser. Close it in `afterAll`. */
export interface LearnerSite {
  readonly mooc: RunningMooc;
  /** Imports a course and publishes it; gives its key. */
  bring(archive: string): Promise<string>;
  /** Makes a person, enrolled where a course is named. */
  person(name: string, courseKey?: string): Promise<{ readonly email: string }>;
  /** A window of its own, signed in as that person where one is named; `complaints` is what went wrong in it. */
  window(options?: BrowserContextOptions, who?: { readonly email: string }): Promise<LearnerWindow>;
  close(): Promise<void>;
}

export interface LearnerWindow {
  readonly page: Page;
  /** Errors of the console, requests that failed, and answers of 500 and more. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openLearnerSite(): Promise<LearnerSite> {
  const data = aDataFolder();
  const environment = { MOOC_DATA: data.folder, PORT: String(await aFreePort()), PATH: process.env.PATH ?? '' };
  const mooc = await startMooc(environment);
  const browser = await openBrowser();
  const house = await openHouse(readConfig(environment), 'beside');
  let people = 0;
  return {
    mooc,
    async bring(archive) {
      const done = await runMooc('mooc', ['import', archive, '--org', 'LakeU', '--publish', '--json'], environment);
      if (done.code !== 0) throw new Error(done.err);
      return (JSON.parse(done.out) as { courseKey: string }).courseKey;
    },
    async person(name, courseKey) {
      const email = `${name.toLowerCase()}${++people}@lake.example`;
      const id = await house.database.write('secure', (w) =>
        ensurePerson(w, { email, name, password, isOperator: false }),
      );
      const terms = {
        courseKey: courseKey ?? '',
        opens_at: null,
        closes_at: null,
        isInvitationOnly: false,
        capacity: null,
      };
      if (courseKey) await house.database.write('provide', (w) => enrol(w, id, terms));
      return { email };
    },
    window: (options = {}, who) => openWindow(browser, mooc, options, who),
    async close() {
      await house.close();
      await browser.close();
      await mooc.end('SIGTERM');
      data.remove();
    },
  };
}

async function openWindow(
  browser: Browser,
  mooc: RunningMooc,
  options: BrowserContextOptions,
  who?: { readonly email: string },
): Promise<LearnerWindow> {
  const context = await browser.newContext({ baseURL: mooc.address, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    // What an author's program complains of inside its sandbox is its own affair.
    const { url } = message.location();
    if (message.type() === 'error' && !url.includes('/frame/')) complaints.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const isOurs = request.url().startsWith(mooc.address);
    const why = request.failure()?.errorText ?? '';
    // Leaving a page stops what still loads: a film's rest, a last note of where it was.
    if (isOurs && why !== 'net::ERR_ABORTED') complaints.push(`${why} ${request.url()}`);
  });
  if (who) {
    await page.goto(urls.signIn());
    await page.fill('[name=email]', who.email);
    await page.fill('[name=password]', password);
    await page.click('[data-control="sign-in.send"]');
    await page.waitForURL((address) => !address.pathname.includes('sign-in'));
  }
  return { page, complaints, close: () => context.close() };
}
