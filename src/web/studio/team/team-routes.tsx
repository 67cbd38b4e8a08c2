import {
  giveCourseRole,
  inviteToCourse,
  leaveTeam,
  listCourseInvitations,
  listTeam,
  withdrawCourseInvitation,
} from '../../../domains/enrolment/index.ts';
import { listMembers, mayDo } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { writeInvitation } from '../enrolment/invitation-letter.ts';
import { openDraft } from '../parts/open-draft.ts';
import { respondWithCourse } from '../parts/respond-with-course.tsx';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { TeamPage, type TeamView } from './team-page.tsx';

const pattern = '/studio/courses/:courseKey/team';

type Extra = Partial<Pick<TeamView, 'values' | 'errors'>> & { readonly refusal?: string };

/** Who works on a course: seen by all who do, changed by who leads it. */
export const teamRoutes: StudioRoutes = (studio, powers) => {
  const { config, database } = powers;

  studio.get(pattern, 'course.see', (c, place) => showTeam(c, powers, place));

  studio.post(`${pattern}/give`, 'course.team', async (c, place) => {
    const { member, role } = await readForm(c, ['member', 'role'], 100);
    const members = await listMembers(database.read('provide'), place.organisation.key);
    const person = members.find(({ handle }) => handle === member);
    const as = readRole(role);
    if (!person || !as)
      return showTeam(c, powers, place, { errors: { member: c.var.words.t('members.fault.no-such-member') } });
    await database.write('provide', (w) => giveCourseRole(w, person.personId, place.course.key, as));
    return backDone(c, urls.studioTeam(place.course.key));
  });

  studio.post(`${pattern}/end`, 'course.team', async (c, place) => {
    const { member } = await readForm(c, ['member'], 100);
    const team = await listTeam(database.read('provide'), place.course.key);
    const person = team.find(({ handle }) => handle === member);
    // Who left by themselves meanwhile is off the team, too.
    return person ? takeOff(c, place, person.personId, urls.studioTeam(place.course.key)) : showTeam(c, powers, place);
  });

  studio.post(`${pattern}/leave`, 'course.see', (c, place) => takeOff(c, place, place.reader.personId, urls.studio()));

  studio.post(`${pattern}/invite`, 'course.team', async (c, place) => {
    const { reader, course } = place;
    const tooMany = await refuseTooMany(c, powers, { what: 'invite-to-course', who: reader.personId });
    if (tooMany) return tooMany;
    const values = await readForm(c, ['email', 'as'], 300);
    const { words } = c.var;
    const role = readRole(values.as);
    const isOneLine = !/[\r\n]/.test(values.email.trim());
    const refused = { values, errors: { email: words.t('fault.email') } };
    if (!role || !isOneLine) return showTeam(c, powers, place, refused);
    const { version } = await openDraft(powers, place);
    const letter = writeInvitation(config, words, { by: reader.name, course: version.title, role });
    const asked = { courseKey: course.key, role, lines: values.email };
    const result = await database.write('provide', (w) => inviteToCourse(w, asked, letter));
    if (result.type === 'invited') return backDone(c, urls.studioTeam(course.key));
    if (result.because !== 'too-many-open') return showTeam(c, powers, place, refused);
    return showTeam(c, powers, place, { values, refusal: words.t('enrolment.fault.too-many-open') });
  });

  studio.post(`${pattern}/withdraw`, 'course.team', async (c, { course }) => {
    const { invitation } = await readForm(c, ['invitation'], 100);
    if (!isRowId(invitation)) return respondNotFound(c);
    await database.write('provide', (w) => withdrawCourseInvitation(w, course.key, ['staff', 'beta'], invitation));
    return backDone(c, urls.studioTeam(course.key));
  });

  async function takeOff(c: SiteContext, place: CoursePlace, personId: string, to: string): Promise<Response> {
    const at = { courseKey: place.course.key, organisationKey: place.organisation.key };
    const result = await database.write('provide', (w) => leaveTeam(w, personId, at));
    if (result.type === 'left') return c.redirect(to, 303);
    return showTeam(c, powers, place, { refusal: c.var.words.t('courseTeam.last') });
  }
};

function readRole(written: string): 'staff' | 'beta' | null {
  return written === 'staff' || written === 'beta' ? written : null;
}

async function showTeam(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  { values = {}, errors = {}, refusal }: Extra = {},
): Promise<Response> {
  const r = powers.database.read('provide');
  const courseKey = place.course.key;
  const members = await listMembers(r, place.organisation.key);
  const seesAll = place.may('members.see');
  const view: TeamView = {
    place,
    team: await listTeam(r, courseKey),
    // Who is on the team of this course only sees whom to ask.
    members: seesAll ? members : members.filter(({ role }) => mayDo(role, 'course.team')),
    invitations: place.may('course.team')
      ? (await listCourseInvitations(r, courseKey, ['staff', 'beta'], 1)).invitations
      : [],
    now: r.now(),
    values,
    errors,
  };
  const { t } = c.var.words;
  return respondWithCourse(c, powers, place, {
    here: 'team',
    title: t('author.team'),
    lead: t('courseTeam.lead'),
    errors,
    ...(refusal ? { refusal } : {}),
    children: <TeamPage view={view} />,
  });
}
