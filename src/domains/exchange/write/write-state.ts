import type { OutputFiles } from './output.ts';
import { isSameOutput } from './output.ts';

/** Everything that the writing of one course shares. */
export interface WriteState {
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** The course's folder with a `/` behind it or empty, and `drafts/` when drafts are written. */
  readonly prefix: string;
  readonly files: OutputFiles;
}

export function textOf(state: WriteState, hash: string): string {
  return Buffer.from(bytesOf(state, hash)).toString('utf8');
}

export function bytesOf(state: WriteState, hash: string): Uint8Array {
  const content = state.contents.get(hash);
  if (!content) throw new Error(`content ${hash} is not at hand`);
  return content;
}

/** Puts a file in its place; says no when another one with other bytes is there. */
export function putFile(state: WriteState, path: string, bytes: Uint8Array | string): boolean {
  const file = { bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes };
  const place = state.prefix + path;
  if (!isSafe(path)) throw new Error('a block has a name of which no path can be made');
  const there = state.files.get(place);
  if (there) return isSameOutput(there, file);
  state.files.set(place, file);
  return true;
}

function isSafe(path: string): boolean {
  return !path.startsWith('/') && !path.includes('\\') && path.split('/').every((part) => part !== '..' && part !== '');
}
