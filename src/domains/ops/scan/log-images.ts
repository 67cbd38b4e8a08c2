import { zstdDecompressSync } from 'node:zlib';
import { expandLz4, expandPglz } from './decompress.ts';
import type { OnInside } from './stored-values.ts';

const page_bytes = 8192;
const most_record_bytes = 1024 * 1024;

/** The write-ahead log as it would be without its pages, whose headers cut records and values in two. */
export class LogReader {
  readonly #onInside: OnInside;
  #record: Buffer = Buffer.alloc(0);
  #isInStep = false;

  constructor(onInside: OnInside) {
    this.#onInside = onInside;
  }

  /** Whole pages, in the order of the log. @returns their bytes without headers */
  addPages(pages: Buffer): Buffer {
    const bodies: Buffer[] = [];
    for (let at = 0; at + page_bytes <= pages.length; at += page_bytes) {
      const page = pages.subarray(at, at + page_bytes);
      const isLong = (page.readUInt16LE(2) & 2) !== 0;
      const body = page.subarray(isLong ? 40 : 24);
      bodies.push(body);
      const remaining = Math.ceil(page.readUInt32LE(16) / 8) * 8;
      if (this.#isInStep) this.#addBody(body);
      else if (remaining < body.length) {
        // The first whole record of a log whose earlier pages are not there.
        this.#isInStep = true;
        this.#addBody(body.subarray(remaining));
      }
    }
    return Buffer.concat(bodies);
  }

  #addBody(body: Buffer): void {
    // A copy, since the pages are read over by the next ones.
    this.#record = Buffer.concat([this.#record, body]);
    while (this.#record.length >= 24) {
      const length = this.#record.readUInt32LE(0);
      if (length < 24 || length > most_record_bytes) {
        this.#loseStep();
        return;
      }
      if (this.#record.length < length) return;
      readImages(this.#record.subarray(0, length), this.#onInside);
      this.#record = this.#record.subarray(Math.min(Math.ceil(length / 8) * 8, this.#record.length));
    }
  }

  #loseStep(): void {
    this.#isInStep = false;
    this.#record = Buffer.alloc(0);
  }
}

interface Image {
  readonly length: number;
  readonly info: number;
}

/** Whole pages that a record holds, compressed or not. */
function readImages(record: Buffer, onInside: OnInside): void {
  const images: (Image | { readonly skip: number })[] = [];
  let at = 24;
  let data = 0;
  while (record.length - at > data) {
    const id = record[at]!;
    if (id === 255 || id === 254) {
      at += id === 255 ? 2 : 5;
      break;
    }
    if (id === 253 || id === 252) {
      at += id === 253 ? 3 : 5;
      continue;
    }
    if (id > 32 || at + 20 > record.length) return;
    const flags = record[at + 1]!;
    const own = record.readUInt16LE(at + 2);
    at += 4;
    if (flags & 0x10) {
      const [length, info] = [record.readUInt16LE(at), record[at + 4]!];
      at += 5 + (info & 0x1c && info & 1 ? 2 : 0);
      images.push({ length, info });
      data += length;
    }
    if (own > 0) images.push({ skip: own });
    data += own;
    at += (flags & 0x80 ? 0 : 12) + 4;
  }
  for (const image of images) {
    if ('skip' in image) at += image.skip;
    else {
      giveImage(record.subarray(at, at + image.length), image.info, onInside);
      at += image.length;
    }
  }
}

function giveImage(bytes: Buffer, info: number, onInside: OnInside): void {
  if (info & 0x04) onInside(expandPglz(bytes, page_bytes), 'page in the log, pglz');
  else if (info & 0x08) onInside(expandLz4(bytes, page_bytes), 'page in the log, lz4');
  else if (info & 0x10) {
    try {
      onInside(zstdDecompressSync(bytes), 'page in the log, zstd');
    } catch {
      // A torn record: its bytes are looked at as they stand.
    }
  } else onInside(bytes, 'page in the log');
}
