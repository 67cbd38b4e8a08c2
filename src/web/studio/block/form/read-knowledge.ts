import { type CourseVersion, getDraftVersion, listCourses } from '../../../../domains/courses/index.ts';
import type { Powers } from '../../../../powers.ts';
import type { CoursePlace } from '../../studio-site.ts';
import type { FormKnowledge } from './form-field.ts';

const most_libraries = 200;
const most_passports = 100;

/** What forms offer: the libraries of the course's organisation, and the names of its passports for LTI tools. */
export async function readKnowledge(
  { database, versions }: Powers,
  { organisation }: CoursePlace,
  { root }: CourseVersion,
): Promise<FormKnowledge> {
  const r = database.read('provide');
  const records = await listCourses(r, {
    published: false,
    kind: 'library',
    org: organisation.key,
    limit: most_libraries,
  });
  const libraries: { key: string; title: string }[] = [];
  for (const { key, number } of records) {
    libraries.push({ key, title: (await getDraftVersion(r, versions, key))?.title ?? number });
  }
  return { libraries, passports: passportsIn(root.settings.lti_passports) };
}

/** Open edX keeps them as `name:key:secret`, of which only the name is ever shown. */
function passportsIn(setting: unknown): readonly string[] {
  if (!Array.isArray(setting)) return [];
  return setting
    .slice(0, most_passports)
    .flatMap((passport) => (typeof passport === 'string' ? (passport.split(':')[0] ?? '') : []))
    .filter(Boolean);
}
