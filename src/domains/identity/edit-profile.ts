import type { Reading, Writing } from '../../kernel/database/index.ts';
import { must } from '../../kernel/errors.ts';
import { findProfileFaults, type Profile, type ProfileEdit, type ProfileFaults } from './person.ts';
import { selectProfile, updateProfile } from './person-store.ts';

/** A person's own profile. @throws when there is no such person */
export async function getProfile(r: Reading<'provide'>, personId: string): Promise<Profile> {
  return must(await selectProfile(r, personId), 'the person');
}

/** Stores a profile. Empty text counts as not given. */
export async function editProfile(
  w: Writing<'provide'>,
  personId: string,
  edit: ProfileEdit,
): Promise<
  { readonly type: 'stored' } | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: ProfileFaults }
> {
  const tidy: ProfileEdit = {
    name: edit.name.trim(),
    birthYear: edit.birthYear,
    gender: edit.gender?.trim() || null,
    occupation: edit.occupation?.trim() || null,
    country: edit.country || null,
    language: edit.language || null,
    timeZone: edit.timeZone || null,
  };
  const faults = findProfileFaults(tidy, w.now());
  if (faults) return { type: 'refused', because: 'faults', faults };
  await updateProfile(w, personId, tidy);
  return { type: 'stored' };
}
