import type { Writing } from '../../kernel/database/index.ts';
import { type LetterKind, queueLetter } from '../../kernel/mail/index.ts';
import { dayOf, dueOn, lastDayToExtend } from './deadline.ts';
import type { RequestLetters } from './letters.ts';
import { insertRecord } from './record-store.ts';
import { type Ending, longestRequest_chars, markOf, type RequestKind, tidyWords } from './request.ts';
import { deleteInHand, lockRequest, updateRequest, upsertInHand } from './request-store.ts';
import type { RequestRow } from './request-view.ts';

/** What operators do with a request. Their pages see to it that only operators come here. */

type Stored = { readonly type: 'stored' };
type Refused<B extends string> = { readonly type: 'refused'; readonly because: B };

const noSuchRequest: Refused<'no-such-request'> = { type: 'refused', because: 'no-such-request' };
const noWords: Refused<'no-words'> = { type: 'refused', because: 'no-words' };

/** Sets what a request is about, and who has it in hand; null when nobody. */
export async function sortRequest(
  w: Writing<'rights'>,
  id: string,
  { kind, operatorId }: { readonly kind: RequestKind; readonly operatorId: string | null },
): Promise<Stored | Refused<'no-such-request'>> {
  if (!(await lockRequest(w, id))) return noSuchRequest;
  await updateRequest(w, id, { kind });
  if (operatorId) await upsertInHand(w, id, operatorId);
  else await deleteInHand(w, id);
  return { type: 'stored' };
}

/** Adds a note. The person it is about may read it. */
export async function noteRequest(
  w: Writing<'rights'>,
  id: string,
  text: string,
): Promise<Stored | Refused<'no-such-request' | 'no-words'>> {
  const body = tidyWords(text).slice(0, longestRequest_chars.words);
  if (body === '') return noWords;
  if (!(await lockRequest(w, id))) return noSuchRequest;
  await insertRecord(w, id, { kind: 'note', body });
  await updateRequest(w, id, { has_news: 0 });
  return { type: 'stored' };
}

/** Writes to whoever asked. The subject carries the request's mark, by which the reply finds its way back. */
export async function writeToRequester(
  w: Writing<'rights'>,
  id: string,
  letter: { readonly subject: string; readonly body: string },
  letters: RequestLetters,
): Promise<{ readonly type: 'sent' } | Refused<'no-such-request' | 'no-words' | 'no-address'>> {
  const subject = tidyWords(letter.subject).slice(0, longestRequest_chars.subject - 20);
  const body = tidyWords(letter.body);
  if (subject === '' || body === '') return noWords;
  const request = await lockRequest(w, id);
  if (!request) return noSuchRequest;
  if (!request.email) return { type: 'refused', because: 'no-address' };
  await send(w, request, letters, 'request-reply', { subject, text: `${body}\n` });
  await insertRecord(w, id, { kind: 'letter-out', subject, body });
  await updateRequest(w, id, { has_news: 0 });
  return { type: 'sent' };
}

/**
 * Takes two more months, and tells the person why (GDPR 12(3)). Once only, within the first month, and not while the
 * clock stands still.
 */
export async function extendRequest(
  w: Writing<'rights'>,
  id: string,
  reason: string,
  timeZone: string,
  letters: RequestLetters,
): Promise<
  | { readonly type: 'extended' }
  | Refused<'no-such-request' | 'no-words' | 'closed' | 'extended' | 'too-late' | 'paused' | 'no-address'>
> {
  const words = tidyWords(reason).slice(0, longestRequest_chars.reason);
  if (words === '') return noWords;
  const request = await lockRequest(w, id);
  if (!request) return noSuchRequest;
  if (request.state !== 'open') return { type: 'refused', because: 'closed' };
  if (request.extended_at) return { type: 'refused', because: 'extended' };
  if (request.identity_asked_on) return { type: 'refused', because: 'paused' };
  if (!request.email) return { type: 'refused', because: 'no-address' };
  const { received_on, paused_days } = request;
  if (dayOf(w.now(), timeZone) > lastDayToExtend({ received_on, paused_days, isExtended: false })) {
    return { type: 'refused', because: 'too-late' };
  }
  const due_on = dueOn({ received_on, paused_days, isExtended: true });
  await updateRequest(w, id, { extended_at: w.now(), due_on });
  const { name, language, reference } = request;
  const letter = letters.extended({ name: name ?? '', language, reference, due_on, reason: words });
  await send(w, request, letters, 'request-extended', letter);
  await insertRecord(w, id, { kind: 'extended', subject: letter.subject, body: words });
  return { type: 'extended' };
}

/** Sends the way to what is held: the page behind signing in, where it is seen and taken along. */
export async function sendAccess(
  w: Writing<'rights'>,
  id: string,
  letters: RequestLetters,
): Promise<{ readonly type: 'sent' } | Refused<'no-such-request' | 'no-account'>> {
  const request = await lockRequest(w, id);
  if (!request) return noSuchRequest;
  if (!request.email || !request.person_id) return { type: 'refused', because: 'no-account' };
  const { name, language, reference } = request;
  const letter = letters.access({ name: name ?? '', language, reference });
  await send(w, request, letters, 'request-access', letter);
  await insertRecord(w, id, { kind: 'access-sent', subject: letter.subject });
  return { type: 'sent' };
}

/** Ends a request, with what was decided. */
export async function closeRequest(
  w: Writing<'rights'>,
  id: string,
  ending: Ending,
  reason: string,
): Promise<Stored | Refused<'no-such-request' | 'closed' | 'no-words'>> {
  const body = tidyWords(reason).slice(0, longestRequest_chars.reason);
  // A refusal needs its reasons (GDPR 12(4)); the others may go without.
  if (ending === 'refused' && body === '') return noWords;
  const request = await lockRequest(w, id);
  if (!request) return noSuchRequest;
  if (request.state !== 'open') return { type: 'refused', because: 'closed' };
  await updateRequest(w, id, { state: ending, closed_at: w.now(), has_news: 0 });
  await insertRecord(w, id, { kind: 'closed', body: body || null });
  return { type: 'stored' };
}

/** Opens a request again: its due day is the one that it had. */
export async function reopenRequest(
  w: Writing<'rights'>,
  id: string,
): Promise<Stored | Refused<'no-such-request' | 'open'>> {
  const request = await lockRequest(w, id);
  if (!request) return noSuchRequest;
  if (request.closed_at === null) return { type: 'refused', because: 'open' };
  await updateRequest(w, id, { state: 'open', closed_at: null });
  await insertRecord(w, id, { kind: 'reopened' });
  return { type: 'stored' };
}

async function send(
  w: Writing<'rights'>,
  { email, requester_id: personId, reference }: RequestRow,
  { replyTo }: RequestLetters,
  about: LetterKind,
  letter: { readonly subject: string; readonly text: string },
): Promise<void> {
  const subject = letter.subject.includes(markOf(reference))
    ? letter.subject
    : `${letter.subject} ${markOf(reference)}`;
  await queueLetter(w, { personId, address: email!, replyTo }, about, { subject, text: letter.text });
}
