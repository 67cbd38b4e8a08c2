import type { ManifestFile } from '../../courses/index.ts';

/** A file to be written: its bytes, or where the file store has them. */
export type OutputFile = { readonly bytes: Uint8Array } | { readonly asset: ManifestFile };

/** The files of a course by path below the archive's top. */
export type OutputFiles = Map<string, OutputFile>;

/** Whether both are the same bytes. */
export function isSameOutput(a: OutputFile, b: OutputFile): boolean {
  if ('bytes' in a) return 'bytes' in b && Buffer.compare(a.bytes, b.bytes) === 0;
  return 'asset' in b && a.asset.hash === b.asset.hash;
}
