import { createReadStream } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** The files of an archive by path, read without any of the code that is tested. A link counts as the file it leads to. */
export async function unpack(archive: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const links: { from: string; to: string }[] = [];
  const entries = extract();
  const reading = (async () => {
    for await (const entry of entries) {
      const { type, linkname } = entry.header;
      const name = entry.header.name.replace(/^\.\//, '');
      if (type === 'file') files.set(name, await buffer(entry as AsyncIterable<unknown> as AsyncIterable<Uint8Array>));
      if (type === 'symlink') links.push({ from: name, to: path.posix.join(path.posix.dirname(name), linkname ?? '') });
      entry.resume();
    }
  })();
  await Promise.all([pipeline(createReadStream(archive), createGunzip(), entries), reading]);
  for (const { from, to } of links) if (files.has(to)) files.set(from, files.get(to)!);
  return files;
}

/** The same without the folder that holds everything. */
export function withoutTop(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const [first = ''] = [...files.keys()];
  const top = first.slice(0, first.indexOf('/') + 1);
  if (![...files.keys()].every((name) => name.startsWith(top))) return new Map(files);
  return new Map([...files].map(([name, bytes]) => [name.slice(top.length), bytes]));
}
