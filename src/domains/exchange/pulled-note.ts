import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../kernel/errors.ts';

/** What a folder remembers of the course that it was pulled from. It is no part of the course. */
export interface PulledNote {
  readonly course: string;
  /** The version's id: what is pushed must be made from the newest. */
  readonly version: string;
  /** Its number, for people. */
  readonly number: number;
}

export const noteName = '.mooc.json';

export function writeNote({ course, version, number }: PulledNote): Buffer {
  return Buffer.from(`${JSON.stringify({ course, version, number }, null, 2)}\n`);
}

export async function keepNote(folder: string, note: PulledNote): Promise<void> {
  await writeFile(path.join(folder, noteName), writeNote(note));
}

/** @throws OperatorError when the folder was not pulled, or its note can't be read */
export async function readNote(folder: string): Promise<PulledNote> {
  const text = await readFile(path.join(folder, noteName), 'utf8').catch(() => null);
  if (text === null) {
    throw new OperatorError(
      `There is no ${noteName} in ${folder}, so nobody knows from which version it was made. Only what 'mooc pull' wrote can be pushed; bring any other course in with 'mooc import'.`,
    );
  }
  const { course, version, number } = readJson(text);
  const isNote =
    typeof course === 'string' &&
    typeof version === 'string' &&
    /^[0-9a-f-]{36}$/.test(version) &&
    typeof number === 'number';
  if (isNote) return { course, version, number };
  throw new OperatorError(`${noteName} in ${folder} is not as 'mooc pull' wrote it: pull the course again.`);
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text) as object | null) } as Record<string, unknown>;
  } catch {
    return {};
  }
}
