import type { Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { queueLetter } from '../../kernel/mail/index.ts';
import { type ErasedTable, erasePerson } from '../disclosure/index.ts';
import type { RequestLetters } from './letters.ts';
import { lockRequest, updateRequest } from './request-store.ts';

/**
 * Erases whoever asked, by the map: the account, what was signed up for without one, and the words of this request. The
 * request stays as answered, without a word of theirs. They are told by a last letter; its words go once it is sent.
 */
export async function eraseRequester(
  w: Writing<'rights'>,
  map: Holdings,
  id: string,
  letters: RequestLetters,
): Promise<
  | { readonly type: 'erased'; readonly tables: readonly ErasedTable[] }
  | { readonly type: 'refused'; readonly because: 'no-such-request' | 'closed' | 'identity-unknown' }
> {
  const request = await lockRequest(w, id);
  if (!request) return { type: 'refused', because: 'no-such-request' };
  if (request.state !== 'open') return { type: 'refused', because: 'closed' };
  const { email, name, language, reference } = request;
  if (!request.identity_shown_at || !email) return { type: 'refused', because: 'identity-unknown' };
  await updateRequest(w, id, { state: 'answered', closed_at: w.now(), has_news: 0 });
  const erasure = await erasePerson(w, map, { email }, { type: 'staff', role: 'operator', staffId: null });
  const letter = letters.erased({ name: name ?? '', language, reference });
  await queueLetter(w, { personId: null, address: email, replyTo: letters.replyTo }, 'request-erased', letter);
  return { type: 'erased', tables: erasure.type === 'erased' ? erasure.tables : [] };
}
