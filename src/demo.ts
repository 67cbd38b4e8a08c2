import { existsSync } from 'node:fs';
import { listCourses } from './domains/courses/index.ts';
import { enrol } from './domains/enrolment/index.ts';
import { importCourse } from './domains/exchange/index.ts';
import { ensurePerson, hasPeople } from './domains/identity/index.ts';
import { describeOrganisation, ensureMember, ensureOrganisation } from './domains/organisations/index.ts';
import { newWord } from './kernel/ids.ts';
import type { Powers } from './powers.ts';

/** The people of the demo. All have the same password, which is drawn at the first start and said once. */
const people = {
  ada: { email: 'ada@example.org', name: 'Ada', isOperator: false },
  ben: { email: 'ben@example.org', name: 'Ben', isOperator: false },
  chidi: { email: 'chidi@example.org', name: 'Chidi', isOperator: false },
  dana: { email: 'dana@example.org', name: 'Dana', isOperator: true },
} as const;

const organisation = {
  key: 'HarbourSchool',
  kind: 'institution',
  name: 'Harbour School',
  description: 'A school by the sea, invented for the demo course.',
  logoHash: null,
  accent: null,
} as const;

/**
 * Fills a new site with our own course and its people, so that there is something to see: Ada and Ben learn, Chidi
 * teaches, Dana operates. Does nothing where anybody or any course is there.
 *
 * @returns the password of all four and their addresses, or null when nothing was done
 */
export async function seedDemo(
  { database, files }: Pick<Powers, 'database' | 'files'>,
  folder: string,
): Promise<{ readonly password: string; readonly addresses: readonly string[] } | null> {
  const read = database.read('provide');
  const there = await listCourses(read, { published: false, limit: 1 });
  if (there.length > 0 || (await hasPeople(database.read('secure'))) || !existsSync(folder)) return null;
  const password = newWord(20);
  const ids = await database.write('secure', async (w) => ({
    ada: await ensurePerson(w, { ...people.ada, password }),
    ben: await ensurePerson(w, { ...people.ben, password }),
    chidi: await ensurePerson(w, { ...people.chidi, password }),
    dana: await ensurePerson(w, { ...people.dana, password }),
  }));
  await database.write('provide', async (w) => {
    await ensureOrganisation(w, organisation);
    await describeOrganisation(w, organisation);
    await ensureMember(w, organisation.key, ids.chidi, 'owner');
  });
  const { courseKey } = await importCourse({ database, files }, folder, {
    publish: true,
    author: ids.chidi,
    onProgress: () => {},
  });
  await database.write('provide', async (w) => {
    const terms = { courseKey, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
    await enrol(w, ids.ada, terms);
    await enrol(w, ids.ben, terms);
  });
  return { password, addresses: Object.values(people).map(({ email }) => email) };
}
