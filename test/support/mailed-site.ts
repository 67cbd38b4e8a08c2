import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { type House, openHouse } from '../../src/house.ts';
import { urls } from '../../src/web/urls.ts';
import { openBrowser } from './browser.ts';
import { aDataFolder, aFreePort, startMooc } from './built-mooc.ts';
import { aMailServer, type MailServer } from './mail-server.ts';

/** The built site with a real mail server, in a real browser. Close it in `afterAll`. */
export interface MailedSite {
  readonly folder: string;
  /** What the site was started with, for commands beside it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly mail: MailServer;
  open(options?: BrowserContextOptions): Promise<Page>;
  /** A window of its own, signed in. */
  signIn(who: { readonly email: string; readonly password: string }, options?: BrowserContextOptions): Promise<Page>;
  /** The newest of so many mails that this address got by the real mail server. */
  mailTo(address: string, count: number): Promise<string>;
  /** The link in it. */
  linkMailedTo(address: string, count: number): Promise<string>;
  close(): Promise<void>;
}

/**
 * @param prepare fills the house before the first window opens
 * @param settings of the site, beside those that it needs
 */
export async function openMailedSite(
  prepare: (house: House, folder: string) => Promise<unknown>,
  settings: Readonly<Record<string, string>> = {},
): Promise<MailedSite> {
  const data = aDataFolder();
  const mail = await aMailServer();
  const port = String(await aFreePort());
  const address = `http://127.0.0.1:${port}`;
  const environment = { MOOC_DATA: data.folder, PORT: port, PATH: process.env.PATH ?? '', SITE_URL: address };
  const mooc = await startMooc({ ...environment, SMTP_URL: mail.url, ...settings });
  const house = await openHouse(readConfig(environment), 'beside');
  await prepare(house, data.folder);
  await house.close();
  const browser = await openBrowser();

  const open = async (options: BrowserContextOptions = {}) =>
    (await browser.newContext({ baseURL: mooc.address, ...options })).newPage();
  const mailTo = async (to: string, count: number) => {
    const mails = () => mail.received.filter((each) => each.to === to);
    await expect.poll(() => mails().length, { interval: 100, timeout: 20_000 }).toBe(count);
    return mails().at(-1)!.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  };
  return {
    folder: data.folder,
    environment,
    mail,
    open,
    async signIn({ email, password }, options = {}) {
      const page = await open(options);
      await page.goto(urls.signIn());
      await page.fill('[name=email]', email);
      await page.fill('[name=password]', password);
      await page.click('[data-control="sign-in.send"]');
      return page;
    },
    mailTo,
    linkMailedTo: async (to, count) => linkIn(await mailTo(to, count)),
    async close() {
      await browser.close();
      await mooc.end('SIGTERM');
      await mail.close();
      data.remove();
    },
  };
}

/** The first link of this site in a mail's words. */
export function linkIn(text: string): string {
  return /http:\/\/127\.0\.0\.1\S+/.exec(text.slice(text.indexOf('\r\n\r\n')))![0];
}
