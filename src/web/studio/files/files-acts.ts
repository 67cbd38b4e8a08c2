import type { CourseVersion } from '../../../domains/courses/index.ts';
import {
  deleteFiles,
  findFileUses,
  lockFiles,
  type CoursePlace as Place,
  type Refused,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { Words } from '../../i18n.ts';
import type { CoursePlace } from '../studio-site.ts';

/** A file that somebody wants to delete, with the places that name it. */
export interface FileToDelete {
  readonly name: string;
  readonly places: readonly Place[];
}

type Changed =
  | { readonly type: 'edited'; readonly versionId: string; readonly before: string }
  | { readonly type: 'ask'; readonly asked: readonly FileToDelete[] }
  | { readonly type: 'nothing-chosen' }
  | Refused;

/** Of one form: as many as stand on a page. */
const most_names = 200;

/** Deletes, locks or unlocks the files that were chosen. What is used is deleted when its author is sure. */
export async function changeFiles(
  { database, versions }: Powers,
  place: CoursePlace,
  version: CourseVersion,
  { t }: Words,
  form: URLSearchParams,
): Promise<Changed> {
  const names = [...new Set(form.getAll('file'))].filter((name) => version.files.has(name)).slice(0, most_names);
  if (names.length === 0) return { type: 'nothing-chosen' };
  const action = form.get('action');
  const edit = (message: string) => ({ courseKey: place.course.key, author: place.reader.personId, message });
  const facts = { count: names.length, name: names[0]! };
  if (action === 'lock' || action === 'unlock') {
    const message = t(`author.files.did.${action}ed`, facts);
    return database.write('provide', (w) => lockFiles(w, versions, edit(message), names, action === 'lock'));
  }
  if (form.get('sure') !== 'yes') {
    const uses = await findFileUses(database.read('provide'), version);
    const asked = names.map((name) => ({ name, places: uses.get(name) ?? [] }));
    if (asked.some(({ places }) => places.length > 0)) return { type: 'ask', asked };
  }
  return database.write('provide', (w) => deleteFiles(w, versions, edit(t('author.files.did.deleted', facts)), names));
}
