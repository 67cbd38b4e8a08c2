import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { type Autosave, deleteAutosave, selectAutosave, selectWriters, upsertAutosave } from './autosave-store.ts';

/** Whose text, of which block. */
export interface Writer {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly blockId: BlockId;
}

/** Keeps what somebody is writing, so that it survives a closed tab. One text a person and block; 900,000 characters. */
export async function keepAutosave(
  w: Writing<'provide'>,
  at: Writer,
  written: Omit<Autosave, 'writtenAt'>,
): Promise<{ readonly type: 'kept' } | { readonly type: 'refused'; readonly because: 'too-long' }> {
  if (written.text.length > longest_chars) return { type: 'refused', because: 'too-long' };
  await upsertAutosave(w, at, { ...written, text: written.text.replaceAll('\0', '') });
  return { type: 'kept' };
}

const longest_chars = 900_000;

/** What the person has written for the block and not saved, or null. */
export function findAutosave(r: Reading<'provide'>, at: Writer): Promise<Autosave | null> {
  return selectAutosave(r, at);
}

/** Throws away what the person has not saved. */
export function dropAutosave(w: Writing<'provide'>, at: Writer): Promise<void> {
  return deleteAutosave(w, at);
}

/** Who has been writing in the course within the last five minutes, by the blocks that they write in. */
export async function listWriters(r: Reading<'provide'>, courseKey: CourseKey): Promise<readonly OtherWriter[]> {
  const since = new Date(r.now().getTime() - 5 * 60_000);
  return selectWriters(r, courseKey, since, 100);
}

/** Somebody who is writing. */
export interface OtherWriter {
  readonly personId: string;
  readonly blockId: BlockId;
  readonly writtenAt: Date;
}
