import type { StoredBlock } from '../courses/index.ts';

/** What the author called the block; empty when nothing. The course's policy, which may say otherwise, is not asked. */
export function displayedName({ attributes, source, embedded }: StoredBlock): string {
  const named = embedded.display_name ?? attributes.display_name ?? source.pointer?.display_name;
  return typeof named === 'string' ? named : '';
}
