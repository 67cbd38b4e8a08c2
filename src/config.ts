import path from 'node:path';
import { OperatorError } from './kernel/errors.ts';

/** What an operator sets. Every setting has a default that works on one machine. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** A PostgreSQL of the operator's; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The name that tells two sites on one PostgreSQL apart. */
  readonly siteKey: string;
  readonly siteName: string;
  /** Where the site is reached, for links in mail and the `Origin` check: `https://mooc.example.org`. Null: as asked. */
  readonly origin: string | null;
  /** The owner of the site and where privacy questions go: shown in the documents (P0, P13, P15). */
  readonly operator: {
    readonly name: string;
    readonly privacyAddress: string;
    readonly storagePlace: string;
    /** Where the operator's days begin and end, by which deadlines are counted: `Europe/Lisbon`. */
    readonly timeZone: string;
  };
  /** The mailbox of the privacy address, to be read: `imaps://user:password@host/INBOX`. Null: mail is piped in, or not at all. */
  readonly privacyMailbox: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** The key that signs mail: null when mail goes out unsigned, or the operator's mail server signs it. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | null;
  /** How many copies of a mailing leave in a minute. */
  readonly mailingsPerMinute: number;
  /** Behind how many proxies of the operator's the site stands: that many entries of X-Forwarded-For are believed. */
  readonly trustedProxies: number;
  readonly minimumAge_years: number;
  /** What graders outside of the site show to fetch answers; null where none are connected. */
  readonly graderToken: string | null;
  /** Whether an operator says yes before a new organisation is shown and can publish. */
  readonly organisationsNeedApproval: boolean;
  /** The largest archive of a course that may be uploaded. */
  readonly uploadLimit_MB: number;
  /** Shows developers the page of all parts; never on a site that people use. */
  readonly isDevelopment: boolean;
}

/** What the documents say of the site (P0, P13, P15). */
export function siteFactsOf({ operator, siteName, minimumAge_years }: Config) {
  const { name: operatorName, privacyAddress, storagePlace } = operator;
  return { siteName, operatorName, privacyAddress, storagePlace, minimumAge_years };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws OperatorError naming the variable that can't be understood */
export function readConfig(environment: Environment): Config {
  const value = (name: string) => environment[name]?.trim() || null;
  return {
    port: wholeNumber(environment, 'PORT', 3000, 0, 65_535),
    host: value('HOST') ?? '127.0.0.1',
    dataFolder: path.resolve(value('MOOC_DATA') ?? 'data'),
    databaseUrl: value('DATABASE_URL'),
    siteKey: siteKey(value('SITE_KEY') ?? 'main'),
    siteName: value('SITE_NAME') ?? 'mooc',
    origin: origin(value('SITE_URL')),
    operator: {
      name: value('OPERATOR_NAME') ?? 'the operator of this site',
      privacyAddress: value('PRIVACY_ADDRESS') ?? 'privacy@localhost',
      storagePlace: value('STORAGE_PLACE') ?? 'on the machine that runs this site',
      timeZone: timeZone(value('OPERATOR_TIME_ZONE') ?? 'UTC'),
    },
    privacyMailbox: mailbox(value('PRIVACY_MAILBOX')),
    smtpUrl: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM') ?? 'mooc <no-reply@localhost>',
    dkim: dkim(value('DKIM_DOMAIN'), value('DKIM_SELECTOR'), value('DKIM_KEY_FILE')),
    mailingsPerMinute: wholeNumber(environment, 'MAILINGS_PER_MINUTE', 60, 1, 60_000),
    trustedProxies: wholeNumber(environment, 'TRUSTED_PROXIES', 0, 0, 10),
    minimumAge_years: wholeNumber(environment, 'MINIMUM_AGE', 16, 0, 99),
    graderToken: token(environment, 'GRADER_TOKEN'),
    organisationsNeedApproval: value('ORGANISATIONS_NEED_APPROVAL') === '1',
    uploadLimit_MB: wholeNumber(environment, 'UPLOAD_LIMIT_MB', 500, 1, 2000),
    isDevelopment: value('MOOC_DEV') === '1',
  };
}

function wholeNumber(environment: Environment, name: string, otherwise: number, from: number, to: number): number {
  const written = environment[name]?.trim();
  if (!written) return otherwise;
  const number = Number(written);
  if (!Number.isInteger(number) || number < from || number > to) {
    throw new OperatorError(`${name} is '${written}': it must be a whole number from ${from} to ${to}.`);
  }
  return number;
}

const shortestToken_chars = 32;

function token(environment: Environment, name: string): string | null {
  const written = environment[name]?.trim();
  if (!written) return null;
  if (/^[!-~]+$/.test(written) && written.length >= shortestToken_chars) return written;
  throw new OperatorError(`${name} must be at least ${shortestToken_chars} letters, digits and signs without blanks.`);
}

function siteKey(key: string): string {
  if (/^[a-z][a-z0-9]{0,19}$/.test(key)) return key;
  throw new OperatorError(`SITE_KEY is '${key}': it must be up to 20 small letters and digits, a letter first.`);
}

function origin(url: string | null): string | null {
  if (url === null) return null;
  if (URL.canParse(url) && /^https?:/.test(url)) return new URL(url).origin;
  throw new OperatorError(`SITE_URL is '${url}': it must be an address such as https://mooc.example.org.`);
}

function dkim(domain: string | null, selector: string | null, keyFile: string | null): Config['dkim'] {
  if (domain && selector && keyFile) return { domain, selector, keyFile };
  if (!domain && !selector && !keyFile) return null;
  throw new OperatorError('DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE belong together: set all three, or none.');
}

function timeZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new OperatorError(`OPERATOR_TIME_ZONE is '${name}': it must be the name of a zone, such as Europe/Lisbon.`);
  }
}

/** The address holds a password, so it is not said again. */
function mailbox(url: string | null): string | null {
  if (url === null) return null;
  const { protocol = '', username = '', hostname = '' } = URL.canParse(url) ? new URL(url) : {};
  if (/^imaps?:$/.test(protocol) && username !== '' && hostname !== '') return url;
  throw new OperatorError('PRIVACY_MAILBOX must be an address such as imaps://user:password@mail.example.org/INBOX.');
}
