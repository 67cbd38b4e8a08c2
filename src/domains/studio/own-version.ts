import type { Reading } from '../../kernel/database/index.ts';
import { getStoredVersion, type StoredVersion, type VersionCache } from '../courses/index.ts';

/** The version with that id, when it is one of the course's; else null, whatever was written. */
export async function findOwnVersion(
  r: Reading<'provide'>,
  versions: VersionCache,
  courseKey: string,
  versionId: string,
): Promise<StoredVersion | null> {
  if (!/^[0-9a-f-]{36}$/.test(versionId)) return null;
  const version = await getStoredVersion(r, versionId, versions).catch(() => null);
  return version?.courseKey === courseKey ? version : null;
}
