import { createHash } from 'node:crypto';
import PostalMime, { type Address } from 'postal-mime';
import { isMailAddress, normaliseAddress } from '../../kernel/mail/index.ts';
import { longestRequest_chars, tidyWords } from './request.ts';

/** What a mail to the privacy address says. */
export interface PrivacyMail {
  readonly from: string;
  readonly name: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  /** Bounded; names of files that came with it stand at its end: they stay in the mailbox. */
  readonly text: string;
  /** When the operator's own server took it; null where it does not say. */
  readonly received_at: Date | null;
  /** The same for the same mail, wherever it is read from. */
  readonly hash: Buffer;
}

const longestText_chars = 20_000;
const most_mails = 20_000;

/** Takes a mailbox file (mbox) apart; a file of one mail is one. Bytes stay as they are. */
export function splitMailbox(file: Buffer): Buffer[] {
  const text = file.toString('latin1');
  const mails = text.startsWith('From ') ? text.split(/^From .*\r?\n/m) : [text];
  return mails
    .filter((mail) => mail.trim() !== '')
    .slice(0, most_mails)
    .map((mail) => Buffer.from(mail, 'latin1'));
}

/**
 * Reads a mail. Null for what is made to break its readers, and for what no person wrote: answers of programs, lists, mail that came back (RFC 3834), and mail
 * without a sender who could be answered.
 */
export async function readPrivacyMail(raw: Buffer): Promise<PrivacyMail | null> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 30, maxRfc822NestingDepth: 2 }).catch(() => null);
  if (!mail) return null;
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? '';
  const from = normaliseAddress(mail.from?.address ?? '');
  if (!isMailAddress(from) || isFromProgram(header)) return null;
  const files = mail.attachments.map(({ filename, mimeType }) => `[${filename ?? mimeType}]`).slice(0, 20);
  const words = mail.text ?? textOf(mail.html ?? '');
  return {
    from,
    name: tidyWords(mail.from?.name ?? '').slice(0, longestRequest_chars.name),
    recipients: [...addressesOf(mail.to), ...addressesOf(mail.cc), header('delivered-to')].slice(0, 50),
    subject: tidyWords(mail.subject ?? '').slice(0, longestRequest_chars.subject),
    text: tidyWords([words.slice(0, longestText_chars), ...files].join('\n')),
    received_at: readMoment(/;([^;]*)$/.exec(header('received'))?.[1]) ?? readMoment(mail.date),
    hash: createHash('sha256')
      .update(mail.messageId ?? raw)
      .digest(),
  };
}

function isFromProgram(header: (key: string) => string): boolean {
  const automatic = header('auto-submitted');
  return (
    (automatic !== '' && !/^no\b/i.test(automatic)) ||
    /^(bulk|list|junk|auto_reply)/i.test(header('precedence')) ||
    header('list-id') !== '' ||
    /^\s*<>\s*$/.test(header('return-path')) ||
    /^multipart\/report\b/i.test(header('content-type'))
  );
}

function addressesOf(list: readonly Address[] | undefined): string[] {
  return (list ?? []).flatMap((one) => (one.group ? one.group.map(({ address }) => address) : (one.address ?? [])));
}

/** The words of HTML, for mail that has no plain text. */
function textOf(html: string): string {
  return html
    .slice(0, 10 * longestText_chars)
    .replace(/<(style|script)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function readMoment(written: string | undefined): Date | null {
  const moment = new Date(written ?? '');
  return Number.isNaN(moment.getTime()) ? null : moment;
}
