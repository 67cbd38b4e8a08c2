import { daysAfter } from '../../kernel/clock.ts';
import { holdErasingOff, type Writing } from '../../kernel/database/index.ts';
import { newSecret, newWord } from '../../kernel/ids.ts';
import { normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import { findPersonByEmail, hashSecret } from '../identity/index.ts';
import { dayOf, dueOn } from './deadline.ts';
import { requestTerms } from './holdings.ts';
import type { RequestLetters } from './letters.ts';
import { deleteLink, insertLink, insertRecord } from './record-store.ts';
import {
  type CameBy,
  findRequestFaults,
  type RequestFaults,
  type RequestForm,
  type RequestKind,
  reference_letters,
  tidyWords,
} from './request.ts';
import { insertRequest, lockRequest, updatePersonOf, updateRequest } from './request-store.ts';

/** What came of asking. Whether the address was known is not told. */
export type RequestSent =
  | { readonly type: 'received'; readonly id: string }
  | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: RequestFaults };

/** A request as it comes in, whichever way. */
export interface Incoming {
  readonly kind: RequestKind;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly cameBy: CameBy;
  readonly received_at: Date;
}

/**
 * Takes the form and mails a link that confirms it. Until that is used operators don't see it and no clock runs; it is
 * deleted after a week. Limit the turns of a network and of an address beforehand.
 *
 * @param timeZone the operator's, in which days are counted
 */
export async function sendRequest(
  w: Writing<'rights'>,
  form: RequestForm,
  timeZone: string,
  language: string | null,
  letters: RequestLetters,
): Promise<RequestSent> {
  const faults = findRequestFaults(form);
  if (faults) return { type: 'refused', because: 'faults', faults };
  const { reference, id, requesterId } = await takeRequest(
    w,
    { ...incomingOf(w, form), cameBy: 'form', language },
    timeZone,
  );
  await insertRecord(w, id, { kind: 'words', body: tidyWords(form.words) });
  const secret = newSecret();
  const valid_days = requestTerms.unconfirmed_days;
  const expires_at = daysAfter(w.now(), valid_days);
  await insertLink(w, { token_hash: hashSecret(secret), request_id: id, opens: 'confirm', expires_at });
  const letter = letters.confirmRequest({ name: form.name.trim(), language, reference, secret, valid_days });
  await queueLetter(w, { personId: requesterId, address: form.email }, 'confirm-request', letter);
  return { type: 'received', id };
}

/**
 * Writes down what came by post, telephone or in person: it is marked as entered here (P3), and the clock runs from the
 * moment at which it came.
 */
export async function enterRequest(
  w: Writing<'rights'>,
  form: RequestForm,
  received_at: Date,
  timeZone: string,
): Promise<RequestSent> {
  const faults = findRequestFaults(form);
  if (faults) return { type: 'refused', because: 'faults', faults };
  const at = received_at > w.now() ? w.now() : received_at;
  const incoming = { ...incomingOf(w, form), cameBy: 'desk' as const, language: null, received_at: at };
  const { id } = await takeRequest(w, incoming, timeZone);
  await insertRecord(w, id, { kind: 'words', body: tidyWords(form.words) });
  return { type: 'received', id };
}

function incomingOf(w: Writing<'rights'>, form: RequestForm) {
  const kind = form.kind as RequestKind;
  return { kind, name: form.name.trim(), email: normaliseAddress(form.email), received_at: w.now() };
}

/** Stores a request under a reference of its own. Only the form waits to be confirmed. */
export async function takeRequest(
  w: Writing<'rights'>,
  { kind, name, email, language, cameBy: came_by, received_at }: Incoming,
  timeZone: string,
): Promise<{ readonly id: string; readonly reference: string; readonly requesterId: string }> {
  const reference = newWord(reference_letters);
  const received_on = dayOf(received_at, timeZone);
  const isConfirmed = came_by !== 'form';
  const ids = await insertRequest(w, {
    reference,
    kind,
    came_by,
    language,
    email,
    name: name || null,
    state: isConfirmed ? 'open' : 'unconfirmed',
    received_at,
    received_on,
    confirmed_at: isConfirmed ? w.now() : null,
    due_on: isConfirmed ? dueOn({ received_on, isExtended: false, paused_days: 0 }) : null,
  });
  return { ...ids, reference };
}

/** A request as its sender sees it once it is confirmed. */
export interface Confirmed {
  readonly type: 'confirmed';
  readonly reference: string;
  readonly kind: RequestKind;
  readonly due_on: string;
}

/**
 * Confirms a form by the link of its letter: operators see it from now on. The clock runs from the day on which it was
 * sent, which is the stricter reading. Whoever has an account under this very address has shown who they are.
 * For a POST only: mail programs open links to look at them.
 */
export async function confirmRequest(
  w: Writing<'rights'>,
  secret: string,
): Promise<Confirmed | { readonly type: 'refused'; readonly because: 'no-such-link' }> {
  const id = await deleteLink(w, hashSecret(secret), 'confirm');
  const request = id ? await lockRequest(w, id) : null;
  if (!request?.requester_id) return { type: 'refused', because: 'no-such-link' };
  const due_on = dueOn({ received_on: request.received_on, isExtended: false, paused_days: 0 });
  await holdErasingOff(w);
  const personId = request.email ? await findPersonByEmail(w, request.email) : null;
  if (personId) await updatePersonOf(w, request.requester_id, personId);
  await updateRequest(w, request.id, { state: 'open', confirmed_at: w.now(), due_on, identity_shown_at: w.now() });
  await insertRecord(w, request.id, { kind: 'identity-shown' });
  return { type: 'confirmed', reference: request.reference, kind: request.kind, due_on };
}
