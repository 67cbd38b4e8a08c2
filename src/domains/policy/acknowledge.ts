import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type NewEntry, noteEntries, noteEntry } from '../ledger/index.ts';
import { insertAcknowledgement, selectAnswers, updateAnswer } from './acknowledgement-store.ts';
import type { DocumentKind } from './document.ts';
import type { Documents } from './documents.ts';

/** What a person acknowledges by registering and by going on. The Honor Code comes before graded work, not here. */
export const acknowledgedDocuments: readonly DocumentKind[] = ['privacy', 'terms'];

/**
 * How a person stands to the documents that hold now. `not-shown`: no page told them yet. `went-on`: a page did, and
 * they went on with their account. `noted`: they said so, or registered. `disagrees`: nothing more is collected.
 */
export type Standing = 'not-shown' | 'went-on' | 'noted' | 'disagrees';

/** What a person may say to the notice of a new version. */
export type NoticeAnswer = 'noted' | 'disagrees';

/**
 * Records that a person was told of the documents that hold now, by registering or by going on: exactly one record for
 * each person and version, however many requests come at once; the first stands, and the ledger has it.
 */
export async function acknowledge(
  w: Writing<'provide' | 'secure'>,
  personId: string,
  documents: Documents,
  occasion: 'registration' | 'going-on',
): Promise<void> {
  const made_at = w.now();
  const isSaid = occasion === 'registration';
  const noted: NewEntry[] = [];
  for (const kind of acknowledgedDocuments) {
    const { version, hash: text_hash } = documents.currentDocument(kind, made_at);
    const said = { document: kind, version, text_hash, stored_in: documents.site.storagePlace, occasion };
    const isNew = await insertAcknowledgement(w, {
      person_id: personId,
      ...said,
      made_at,
      answer: isSaid ? 'noted' : null,
      answered_at: isSaid ? made_at : null,
    });
    if (isNew) noted.push({ personId, by: { type: 'self' }, kind: 'acknowledgement', said });
  }
  await noteEntries(w, noted);
}

/** Records what a person says to the documents that hold now: the last word counts. */
export async function answerNotice(
  w: Writing<'provide'>,
  personId: string,
  documents: Documents,
  answer: NoticeAnswer,
): Promise<void> {
  const before = await findStanding(w, personId, documents);
  await acknowledge(w, personId, documents, 'going-on');
  for (const kind of acknowledgedDocuments) {
    const { version } = documents.currentDocument(kind, w.now());
    await updateAnswer(w, { personId, document: kind, version }, { answer, answered_at: w.now() });
  }
  if (before === answer || (answer === 'noted' && before !== 'disagrees')) return;
  const choice = answer === 'disagrees' ? 'set' : 'lifted';
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'objection', said: { choice, scope: 'documents' } });
}

/** The versions that hold at a moment, as the stores ask for them: `privacy 2026-11-24`, one a line. */
export function versionsAt(documents: Documents, at: Date): string {
  return acknowledgedDocuments.map((kind) => `${kind} ${documents.currentDocument(kind, at).version}`).join('\n');
}

/** How a person stands to the documents that hold now. Never remembered: a no holds from the next request on. */
export async function findStanding(r: Reading<'provide'>, personId: string, documents: Documents): Promise<Standing> {
  return standingOf(await selectAnswers(r, personId, versionsAt(documents, r.now())));
}

/** The standing by the answers to each document; null stands for having been told and gone on. */
export function standingOf(answers: readonly (string | null)[]): Standing {
  if (answers.length < acknowledgedDocuments.length) return 'not-shown';
  if (answers.includes('disagrees')) return 'disagrees';
  return answers.every((answer) => answer === 'noted') ? 'noted' : 'went-on';
}

/** Whether what a person does may be collected at all: they were told, and did not say no. */
export function isCollected(standing: Standing): boolean {
  return standing === 'went-on' || standing === 'noted';
}
