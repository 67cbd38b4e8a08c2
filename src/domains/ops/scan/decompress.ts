/** PostgreSQL's own compressions, taken apart as far as the bytes go: a scanner meets broken pieces. */

/** pglz: a control byte tells of the next eight items whether each is a byte, or a copy of what came before. */
export function expandPglz(from: Uint8Array, most_bytes: number): Buffer {
  const to = Buffer.allocUnsafe(most_bytes);
  let [read, written] = [0, 0];
  while (read < from.length && written < most_bytes) {
    const control = from[read++]!;
    for (let bit = 0; bit < 8 && read < from.length && written < most_bytes; bit++) {
      if ((control & (1 << bit)) === 0) {
        to[written++] = from[read++]!;
        continue;
      }
      const [first, second = 0] = [from[read]!, from[read + 1]];
      read += 2;
      let length = (first & 0x0f) + 3;
      if (length === 18) length += from[read++] ?? 0;
      const distance = ((first & 0xf0) << 4) | second;
      if (distance === 0 || distance > written) return to.subarray(0, written);
      written = copyBack(to, written, distance, length);
    }
  }
  return to.subarray(0, written);
}

/** A block of LZ4: literals, then a copy, each with its length. */
export function expandLz4(from: Uint8Array, most_bytes: number): Buffer {
  const to = Buffer.allocUnsafe(most_bytes);
  let [read, written] = [0, 0];
  const longLength = (start: number) => {
    let length = start;
    if (start < 15) return length;
    for (;;) {
      const more = from[read++] ?? 0;
      length += more;
      if (more !== 255) return length;
    }
  };
  while (read < from.length && written < most_bytes) {
    const token = from[read++]!;
    const literals = Math.min(longLength(token >> 4), from.length - read, most_bytes - written);
    to.set(from.subarray(read, read + literals), written);
    read += literals;
    written += literals;
    if (read + 2 > from.length) break;
    const distance = from[read]! | (from[read + 1]! << 8);
    read += 2;
    const length = longLength(token & 15) + 4;
    if (distance === 0 || distance > written) break;
    written = copyBack(to, written, distance, length);
  }
  return to.subarray(0, written);
}

/** Byte by byte: a copy may reach into what it has just written. */
function copyBack(to: Uint8Array, written: number, distance: number, length: number): number {
  const end = Math.min(written + length, to.length);
  for (let at = written; at < end; at++) to[at] = to[at - distance]!;
  return end;
}
