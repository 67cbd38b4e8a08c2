/** Reading what comes back: delivery status notifications (RFC 3464) and reports of abuse (RFC 5965). Pure. */

/** A mail that came back. */
export interface ReturnedMail {
  readonly what: 'bounce' | 'complaint';
  /** The secret of the copy that it returns. Its receiver alone had it, so nobody else can have written this. */
  readonly secret: string;
}

/** What a file holds: the mails that say what became of a copy, and how many others there were. */
export interface ReturnedMails {
  readonly returned: readonly ReturnedMail[];
  readonly others: number;
}

const most_mails = 20_000;

/** Reads one mail, or a mailbox file (mbox) of many. */
export function readReturnedMails(file: string): ReturnedMails {
  const mails = file
    .replaceAll('\r\n', '\n')
    .split(/^From .*\n/m)
    .filter((mail) => mail.trim() !== '');
  const returned: ReturnedMail[] = [];
  for (const mail of mails.slice(0, most_mails)) {
    const read = readReturnedMail(mail);
    if (read) returned.push(read);
  }
  return { returned, others: mails.length - returned.length };
}

function readReturnedMail(mail: string): ReturnedMail | null {
  const what = isComplaint(mail) ? 'complaint' : isFailure(mail) ? 'bounce' : null;
  const secret = what && findSecret(mail);
  return secret ? { what, secret } : null;
}

function isComplaint(mail: string): boolean {
  return /^content-type:\s*message\/feedback-report/im.test(mail) && /^feedback-type:\s*abuse\b/im.test(mail);
}

/** For good (5.x.x): a full mailbox or a busy server (4.x.x) passes. */
function isFailure(mail: string): boolean {
  return (
    /^content-type:\s*message\/delivery-status/im.test(mail) &&
    /^action:\s*failed\b/im.test(mail) &&
    /^status:\s*5\.\d+\.\d+/im.test(mail)
  );
}

/** The copy's own header, among the headers that are sent back with it; it may have been folded or encoded on the way. */
function findSecret(mail: string): string | null {
  const plain = mail.replaceAll(/=\n/g, '').replaceAll('=3D', '=');
  const [, link = ''] = /^list-unsubscribe:\s*<([^>]+)>/im.exec(plain.replaceAll(/\n[ \t]+/g, '')) ?? [];
  return /\/([A-Za-z0-9_-]{43})$/.exec(link)?.[1] ?? null;
}
