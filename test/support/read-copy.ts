import { ZipBuffer } from 'node:zlib';

/** The files of an archive that somebody took along, as texts by their names. */
export async function readCopy(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [name, entry] of new ZipBuffer(bytes)) files.set(name, (await entry.content()).toString());
  return files;
}

/** The rows of one of its tables; none when nothing is held in it. */
export function rowsIn(copy: ReadonlyMap<string, string>, table: string): Record<string, unknown>[] {
  const lines = copy.get(`data/${table}.jsonl`)?.trimEnd().split('\n') ?? [];
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}
