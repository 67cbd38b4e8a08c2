import { daysAfter } from '../../kernel/clock.ts';
import { holdErasingOff, type Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { queueLetter } from '../../kernel/mail/index.ts';
import { findPersonByEmail, hashSecret } from '../identity/index.ts';
import { dayOf, daysBetween, dueOn } from './deadline.ts';
import { requestTerms } from './holdings.ts';
import type { RequestLetters } from './letters.ts';
import { deleteLink, insertLink, insertRecord } from './record-store.ts';
import { tidyWords } from './request.ts';
import { lockRequest, updatePersonOf, updateRequest } from './request-store.ts';
import type { RequestRow } from './request-view.ts';

/** Whether it is they who ask (GDPR 12(6)): until that is known the clock stands still. */

type Refused<B extends string> = { readonly type: 'refused'; readonly because: B };

/**
 * Mails a link to the address on record, by which whoever asks shows that it is theirs; the clock stands still until they
 * do. Asking again sends another link, and the clock goes on standing from the first.
 */
export async function askForIdentity(
  w: Writing<'rights'>,
  id: string,
  timeZone: string,
  letters: RequestLetters,
): Promise<{ readonly type: 'asked' } | Refused<'no-such-request' | 'closed' | 'known' | 'no-address'>> {
  const request = await lockRequest(w, id);
  if (!request) return { type: 'refused', because: 'no-such-request' };
  if (request.state !== 'open') return { type: 'refused', because: 'closed' };
  if (request.identity_shown_at) return { type: 'refused', because: 'known' };
  const { email, requester_id: requesterId, name, language, reference } = request;
  if (!email || !requesterId) return { type: 'refused', because: 'no-address' };
  const secret = newSecret();
  const valid_days = requestTerms.link_days;
  const expires_at = daysAfter(w.now(), valid_days);
  await insertLink(w, { token_hash: hashSecret(secret), request_id: id, opens: 'identity', expires_at });
  const letter = letters.showIdentity({ name: name ?? '', language, reference, secret, valid_days });
  await queueLetter(w, { personId: requesterId, address: email, replyTo: letters.replyTo }, 'show-identity', letter);
  const asked_on = request.identity_asked_on ?? dayOf(w.now(), timeZone);
  await updateRequest(w, id, { identity_asked_on: asked_on, due_on: null });
  await insertRecord(w, id, { kind: 'identity-asked', subject: letter.subject });
  return { type: 'asked' };
}

/** Shows by the link of a letter that it is they who ask: the clock goes on. For a POST only. */
export async function showIdentity(
  w: Writing<'rights'>,
  secret: string,
  timeZone: string,
): Promise<{ readonly type: 'shown' } | Refused<'no-such-link'>> {
  const id = await deleteLink(w, hashSecret(secret), 'identity');
  const request = id ? await lockRequest(w, id) : null;
  if (request?.state !== 'open') return { type: 'refused', because: 'no-such-link' };
  if (!request.identity_shown_at) await goOn(w, request, timeZone, null);
  return { type: 'shown' };
}

/** An operator found out otherwise who asks, and writes down how: the clock goes on. */
export async function noteIdentity(
  w: Writing<'rights'>,
  id: string,
  how: string,
  timeZone: string,
): Promise<{ readonly type: 'stored' } | Refused<'no-such-request' | 'closed' | 'known' | 'no-words'>> {
  const words = tidyWords(how);
  if (words === '') return { type: 'refused', because: 'no-words' };
  const request = await lockRequest(w, id);
  if (!request) return { type: 'refused', because: 'no-such-request' };
  if (request.state !== 'open') return { type: 'refused', because: 'closed' };
  if (request.identity_shown_at) return { type: 'refused', because: 'known' };
  await goOn(w, request, timeZone, words);
  return { type: 'stored' };
}

async function goOn(w: Writing<'rights'>, request: RequestRow, timeZone: string, how: string | null): Promise<void> {
  const { id, email, requester_id: requesterId, received_on, identity_asked_on: asked_on } = request;
  const pause_days = asked_on ? daysBetween(asked_on, dayOf(w.now(), timeZone)) : 0;
  const paused_days = request.paused_days + Math.max(0, pause_days);
  const due_on = dueOn({ received_on, isExtended: request.extended_at !== null, paused_days });
  await updateRequest(w, id, { identity_asked_on: null, identity_shown_at: w.now(), paused_days, due_on });
  await insertRecord(w, id, { kind: 'identity-shown', body: how });
  await holdErasingOff(w);
  const personId = email ? await findPersonByEmail(w, email) : null;
  if (personId && requesterId) await updatePersonOf(w, requesterId, personId);
}
