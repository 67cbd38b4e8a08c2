import { expandLz4, expandPglz } from './decompress.ts';

/** Bytes that were inside others, and how they came out. */
export type OnInside = (bytes: Buffer, way: string) => void;

const most_raw_bytes = 8 * 1024 * 1024;

/**
 * Finds compressed values in pages of tables by how they begin, at any place: rows that were deleted have lost the
 * pointers to them long before their bytes.
 */
export function expandInline(page: Buffer, onInside: OnInside): void {
  const last = page.length - 12;
  for (let at = 0; at <= last; at++) {
    // Most places fail at the first or the last byte of the length, which is at most a page.
    if ((page[at]! & 3) !== 2 || page[at + 3] !== 0 || page[at + 2] !== 0) continue;
    const length = (page[at]! | (page[at + 1]! << 8)) >>> 2;
    if (length < 12 || at + length > page.length) continue;
    expandDatum(page.subarray(at + 4, at + length), onInside);
  }
}

/** A datum after its length: how long it is when expanded and by which method, then its compressed bytes. */
function expandDatum(datum: Buffer, onInside: OnInside): void {
  const info = datum.readUInt32LE(0);
  const [raw_bytes, method] = [info & 0x3fffffff, info >>> 30];
  if (method > 1 || raw_bytes < datum.length - 4 || raw_bytes > datum.length * 260) return;
  const most = Math.min(raw_bytes, most_raw_bytes);
  const bytes = method === 0 ? expandPglz(datum.subarray(4), most) : expandLz4(datum.subarray(4), most);
  if (bytes.length > 8) onInside(bytes, method === 0 ? 'pglz' : 'lz4');
}

const chunkMost_bytes = 2_000;
const values = 64;
const chunksPerValue = 1_024;

/**
 * Puts long values together again, which PostgreSQL cuts into rows of their own (TOAST). Holds 64 values of two
 * megabytes at most; of longer ones it sees the beginning.
 */
export class LongValues {
  readonly #pieces = new Map<number, Map<number, Buffer>>();
  readonly #onInside: OnInside;

  constructor(onInside: OnInside) {
    this.#onInside = onInside;
  }

  /** A row of a long value: its id, its place, and bytes with their length. */
  addPage(page: Buffer): void {
    for (let at = 32; at + 8 <= page.length; at++) {
      // What stands before it in such a row: a header of 24 bytes, which says so.
      if (page[at - 10] !== 24 || (page[at]! & 3) !== 0) continue;
      const length = page.readUInt32LE(at) >>> 2;
      if (length < 8 || length > chunkMost_bytes || at + length > page.length) continue;
      const [id, place] = [page.readUInt32LE(at - 8), page.readUInt32LE(at - 4)];
      // And that it has three columns.
      if (place >= chunksPerValue || (page.readUInt16LE(at - 14) & 0x7ff) !== 3) continue;
      this.#add(id, place, Buffer.from(page.subarray(at + 4, at + length)));
    }
  }

  #add(id: number, place: number, bytes: Buffer): void {
    const pieces = this.#pieces.get(id) ?? new Map<number, Buffer>();
    this.#pieces.delete(id);
    this.#pieces.set(id, pieces.set(place, bytes));
    if (this.#pieces.size > values) this.#give(this.#pieces.keys().next().value!);
  }

  #give(id: number): void {
    const pieces = this.#pieces.get(id)!;
    this.#pieces.delete(id);
    const whole: Buffer[] = [];
    for (let place = 0; pieces.has(place); place++) whole.push(pieces.get(place)!);
    const bytes = Buffer.concat(whole);
    if (bytes.length < 8) return;
    this.#onInside(bytes, 'long value');
    expandDatum(bytes, (inside, way) => this.#onInside(inside, `long value, ${way}`));
  }

  /** Gives what is still held. */
  end(): void {
    for (const id of [...this.#pieces.keys()]) this.#give(id);
  }
}
