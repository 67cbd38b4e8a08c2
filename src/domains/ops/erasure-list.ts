import { open, readFile } from 'node:fs/promises';
import { OperatorError } from '../../kernel/errors.ts';

/** That a person was erased, and when: kept as proof, and so that a restored backup forgets them again. */
export interface Erasure {
  readonly personId: string;
  readonly erasedAt: Date;
}

/** The list's name, in a data folder and in a backup. */
export const erasureListName = 'erasures.jsonl';

const line = /^\{"person":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})","erased_at":"([0-9TZ:.-]{20,30})"\}$/;

/**
 * Adds to the list that lies beside the database, and not in it: it is there when the database is lost. On disk when
 * the promise is kept.
 */
export async function appendErasures(file: string, erasures: readonly Erasure[]): Promise<void> {
  const text = erasures.map(
    ({ personId, erasedAt }) => `{"person":"${personId}","erased_at":"${erasedAt.toISOString()}"}\n`,
  );
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(text.join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Reads a list. A last line that a crash cut off is left out.
 *
 * @throws OperatorError naming the line that can't be understood, or when there is no such file and there must be one
 */
export async function readErasures(file: string, missing: 'may be missing' | 'must be there'): Promise<Erasure[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && missing === 'may be missing') return '';
    throw new OperatorError(`The list of erasures ${file} can't be read: ${error.code}.`);
  });
  const lines = text.split('\n');
  const whole = lines.slice(0, -1);
  return whole.map((each, index) => {
    const parts = line.exec(each);
    if (!parts) throw new OperatorError(`The list of erasures ${file} is broken in line ${index + 1}.`);
    return { personId: parts[1]!, erasedAt: new Date(parts[2]!) };
  });
}
