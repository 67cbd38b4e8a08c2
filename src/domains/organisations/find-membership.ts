import type { Reading } from '../../kernel/database/index.ts';
import { selectRole } from './member-store.ts';
import type { MemberRole } from './rights.ts';

/** What a person is in the organisation with this key (in whatever case); null when they are no member of it. */
export function findMemberRole(
  r: Reading<'provide'>,
  personId: string,
  organisationKey: string,
): Promise<MemberRole | null> {
  return selectRole(r, personId, organisationKey);
}
