import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import bundled, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A browser program, with the environment that it needs. */
export interface BrowserProgram {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Nothing but the pages: no sandbox (it refuses root), no graphics card, no talk with anybody. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser for journeys: the machine's Chromium, else the one among our packages. Close it in `afterAll`. */
export async function openBrowser(program?: BrowserProgram): Promise<Browser> {
  const { executablePath, env } = program ?? findMachinesBrowser() ?? (await unpackBundledBrowser());
  return chromium.launch({ executablePath, env: { ...env }, args: flags });
}

function findMachinesBrowser(): BrowserProgram | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const executablePath = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
    if (executablePath) return { executablePath, env: environment({}) };
  }
  return null;
}

/** The browser of `@sparticuz/chromium`, unpacked once a machine, with the libraries that a bare system lacks. */
export async function unpackBundledBrowser(): Promise<BrowserProgram> {
  const home = path.join(tmpdir(), 'mooc-test-browser');
  if (!existsSync(home)) await unpackInto(home);
  return {
    executablePath: path.join(home, 'chromium'),
    env: environment({
      HOME: home,
      LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(home, 'fonts'),
    }),
  };
}

async function unpackInto(home: string): Promise<void> {
  const partial = mkdtempSync(`${home}-`);
  const before = process.env.TMPDIR;
  // The package unpacks into the temporary folder, whatever lies there: give it one of our own.
  process.env.TMPDIR = partial;
  try {
    await bundled.executablePath();
    const archives = path.join(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
    await inflate(path.join(archives, 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  renameSync(partial, home);
}

function environment(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), ...own };
}
