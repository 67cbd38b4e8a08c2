import { daysBefore } from '../../kernel/clock.ts';
import type { Database, Writing } from '../../kernel/database/index.ts';
import { takeRequest } from './ask.ts';
import { type PrivacyMail, readPrivacyMail } from './read-mail.ts';
import { insertRecord, selectHasMail } from './record-store.ts';
import { referencesIn } from './request.ts';
import { lockRequest, selectByReference, selectMailedSince, updateRequest } from './request-store.ts';

/** What became of a mail to the privacy address. `left`: no person wrote it, or it was taken before. */
export type MailTaken = 'request' | 'reply' | 'left';

/** A date in a mail is believed so far back: older ones are somebody's wrong clock. */
const most_days = 90;

/** So many new requests of one sender in a day; more mail of theirs goes to the newest, so that nobody floods the desk. */
const most_newOfOne = 5;

/**
 * Takes a mail to the privacy address: a reply goes to the request whose reference it carries, anything else becomes a
 * request of its own, as a question until somebody sorts it. The same mail is taken once, however often it is read. Who
 * wrote it is not known from a mail: whatever is done on it waits for the identity to be shown.
 */
export async function takePrivacyMail(database: Database, raw: Buffer, timeZone: string): Promise<MailTaken> {
  const mail = await readPrivacyMail(raw);
  return mail ? database.write('rights', (w) => takeMail(w, mail, timeZone)) : 'left';
}

async function takeMail(w: Writing<'rights'>, mail: PrivacyMail, timeZone: string): Promise<MailTaken> {
  if (await selectHasMail(w, mail.hash)) return 'left';
  const { from: sender, subject, text: body, hash: mail_hash } = mail;
  const received_at = believe(w.now(), mail.received_at);
  const named = await selectByReference(w, referencesIn(subject, mail.recipients));
  const lately = named ? [] : await selectMailedSince(w, sender, daysBefore(w.now(), 1), most_newOfOne);
  const known = named?.id ?? (lately.length === most_newOfOne ? lately[0]! : null);
  const request = known ? await lockRequest(w, known) : null;
  if (request) {
    await insertRecord(w, request.id, { kind: 'letter-in', sender, subject, body, mail_hash, made_at: w.now() });
    await updateRequest(w, request.id, { has_news: request.has_news + 1 });
    return 'reply';
  }
  const incoming = { kind: 'question', name: mail.name, email: sender, language: null, cameBy: 'mail' } as const;
  const { id } = await takeRequest(w, { ...incoming, received_at }, timeZone);
  await insertRecord(w, id, { kind: 'letter-in', sender, subject, body, mail_hash, made_at: received_at });
  return 'request';
}

function believe(now: Date, written: Date | null): Date {
  return written && written <= now && written >= daysBefore(now, most_days) ? written : now;
}
