import Bowser from 'bowser';

/** What is kept of a `User-Agent` header: four short words, never the header. */
export interface Browser {
  readonly browser: string | null;
  readonly browser_version: string | null;
  readonly system: string | null;
  readonly system_version: string | null;
}

const longestHeader_chars = 1000;
const longestWord_chars = 40;

/** Reads browser and system, with main versions only: `Firefox 152`, `Windows 10`. Null where nothing is known. */
export function readBrowser(userAgent: string | null): Browser {
  if (!userAgent) return { browser: null, browser_version: null, system: null, system_version: null };
  const { browser, os } = Bowser.parse(userAgent.slice(0, longestHeader_chars));
  return {
    browser: word(browser.name),
    browser_version: word(browser.version?.split('.')[0]),
    system: word(os.name),
    system_version: word(os.versionName ?? os.version?.split('.')[0]),
  };
}

function word(text: string | undefined): string | null {
  return text ? text.replace(/[^\w .-]/g, '').slice(0, longestWord_chars) || null : null;
}

/** Browser and system in words, for a list of sessions: `Firefox, Windows`. Null when nothing is known. */
export function nameDevice(userAgent: string | null): string | null {
  const { browser, system } = readBrowser(userAgent);
  return [browser, system].filter(Boolean).join(', ') || null;
}
