import type { CourseRecord, Published } from '../../../domains/courses/index.ts';

/** A publication that can be taken back: what learners see since, and what they saw before. */
export type GiveBack = Pick<Published, 'versionId' | 'before'>;

/** What can still be given back; null when nothing was published before, or another publication came after. */
export function stillGivesBack(giveBack: GiveBack | null, course: CourseRecord): GiveBack | null {
  if (!giveBack?.before || giveBack.before === giveBack.versionId) return null;
  return giveBack.versionId === course.publishedVersion ? giveBack : null;
}

/** `BEFORE~NOW`, as an address carries it over a redirect; null when there is nothing to give back. */
export function giveBackMark({ before, versionId }: GiveBack): string | null {
  return before && before !== versionId ? `${before}~${versionId}` : null;
}

export function readGiveBackMark(mark: string | undefined): GiveBack | null {
  const [, before, versionId] = /^([0-9a-f-]{36})~([0-9a-f-]{36})$/.exec(mark ?? '') ?? [];
  return before && versionId ? { before, versionId } : null;
}
