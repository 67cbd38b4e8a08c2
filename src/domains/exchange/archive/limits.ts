/** How much a course may hold. Far above any real one; what is above is taken for an attack or an accident. */
export interface Limits {
  /** All files together, unpacked. */
  readonly unpacked_bytes: number;
  readonly file_bytes: number;
  /** Files, folders and whatever else an archive lists. */
  readonly entries: number;
  /** Times that an archive may grow when unpacked, once it is past `ratio_from_bytes`. */
  readonly ratio: number;
  readonly ratio_from_bytes: number;
  /** Folders within folders. */
  readonly depth: number;
  /** XML, HTML and JSON are held in memory while a course is read: one of them, and all together. */
  readonly text_bytes: number;
  readonly texts_bytes: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: Limits = {
  unpacked_bytes: 2048 * MiB,
  file_bytes: 512 * MiB,
  entries: 100_000,
  ratio: 200,
  ratio_from_bytes: 32 * MiB,
  depth: 30,
  text_bytes: 4 * MiB,
  texts_bytes: 256 * MiB,
};
