import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** The files of an archive by path, read without any of the code that is tested. Links are left out. */
export async function unpack(archive: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const entries = extract();
  const reading = (async () => {
    for await (const entry of entries) {
      const isFile = entry.header.type === 'file';
      if (isFile)
        files.set(
          entry.header.name.replace(/^\.\//, ''),
          await buffer(entry as AsyncIterable<unknown> as AsyncIterable<Uint8Array>),
        );
      entry.resume();
    }
  })();
  await Promise.all([pipeline(createReadStream(archive), createGunzip(), entries), reading]);
  return files;
}

/** The same without the folder that holds everything. */
export function withoutTop(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const [first = ''] = [...files.keys()];
  const top = first.slice(0, first.indexOf('/') + 1);
  if (![...files.keys()].every((name) => name.startsWith(top))) return new Map(files);
  return new Map([...files].map(([name, bytes]) => [name.slice(top.length), bytes]));
}
