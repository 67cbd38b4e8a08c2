import { findCourse, getDraftVersion } from '../../../domains/courses/index.ts';
import { listTeamCourses } from '../../../domains/enrolment/index.ts';
import { getProfile } from '../../../domains/identity/index.ts';
import { findMemberRole, listMemberships, openOrganisation } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { organisationLetters } from '../organisation-letters.ts';
import { EntrancePage, type EntranceView } from './entrance-page.tsx';
import { type OpenForm, openErrors, openFields, readWish } from './open-form.ts';
import { OpenFields } from './open-page.tsx';

const longestDescription_chars = 6000;

/** The way into the studio, open to everybody who is signed in. */
export const entranceRoutes: Routes = (site, powers) => {
  site.get(urls.studio(), async (c) => {
    const { reader, words } = c.var;
    if (!reader) return toSignIn(c);
    const view = await viewFor(powers, reader.personId);
    return respondWithPage(c, { title: words.t('studio.title'), children: <EntrancePage view={view} /> });
  });

  site.get(urls.openOrganisation(), (c) => {
    if (!c.var.reader) return toSignIn(c);
    return showOpening(c, powers, { kind: 'teacher', name: '', key: '', description: '' }, {});
  });

  site.post(urls.openOrganisation(), async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const refusal = await refuseTooMany(c, powers, { what: 'open-organisation', who: reader.personId });
    if (refusal) return refusal;
    const form = await readForm(c, openFields, longestDescription_chars);
    const errors = await openFor(c, powers, reader, form, powers.config.organisationsNeedApproval);
    if (errors) return showOpening(c, powers, form, errors);
    return c.redirect(urls.studioOrganisation(readWish(form).key), 303);
  });
};

/** Opens an organisation for the reader. @returns what is wrong with the form, or null when it is open */
export async function openFor(
  c: SiteContext,
  { config, database }: Powers,
  reader: Reader,
  form: OpenForm,
  needsApproval: boolean,
): Promise<FieldErrors | null> {
  const result = await database.write('provide', async (w) => {
    const { email, name, language } = await getProfile(w, reader.personId);
    const person = { personId: reader.personId, email, name, language };
    return openOrganisation(w, person, readWish(form), { needsApproval, letters: organisationLetters(config) });
  });
  if (result.type === 'opened') return null;
  return openErrors(c.var.words, result.because === 'taken' ? 'taken' : result.fault);
}

function showOpening(c: SiteContext, { config }: Powers, form: OpenForm, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('open.title'),
    lead: t(config.organisationsNeedApproval ? 'open.leadApproval' : 'open.lead'),
    action: urls.openOrganisation(),
    errors,
    children: <OpenFields form={form} errors={errors} />,
  });
}

async function viewFor({ database, versions }: Powers, personId: string): Promise<EntranceView> {
  const r = database.read('provide');
  const organisations = await listMemberships(r, personId);
  const courses: EntranceView['courses'][number][] = [];
  for (const courseKey of await listTeamCourses(r, personId)) {
    const course = await findCourse(r, courseKey);
    const version = course && (await getDraftVersion(r, versions, courseKey));
    if (!version || (await findMemberRole(r, personId, course.org))) continue;
    courses.push({ courseKey, title: version.title, language: version.language });
  }
  return { organisations, courses };
}
