import { type NamedStatement, type Reading, runNamed, type Writing } from './handles.ts';

/**
 * Between erasing a person and writing rows that name persons without a foreign key. Such writers hold erasing off
 * while they look who is still there and write; erasing waits for them, and they for it. So nothing that was under way
 * is written after the person is gone.
 */
const holdOff: NamedStatement = {
  name: 'kernel hold erasing off',
  text: "select pg_advisory_xact_lock_shared(hashtext('mooc erase'))",
};

const lock: NamedStatement = {
  name: 'kernel lock erasing',
  text: "select pg_advisory_xact_lock(hashtext('mooc erase'))",
};

/** Until the end of the transaction nobody is erased. */
export async function holdErasingOff(w: Reading & { readonly isWriting: true }): Promise<void> {
  await runNamed(w, holdOff, []);
}

/** Waits until nobody writes such rows, and keeps them waiting until the end of the transaction. */
export async function lockErasing(w: Writing<'rights'>): Promise<void> {
  await runNamed(w, lock, []);
}
