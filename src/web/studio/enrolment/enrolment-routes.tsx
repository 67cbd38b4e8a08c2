import {
  codeLimits,
  countEnrolled,
  invitationLimits,
  inviteToCourse,
  listCodes,
  listCourseInvitations,
  makeCode,
  withdrawCode,
  withdrawCourseInvitation,
} from '../../../domains/enrolment/index.ts';
import { setSettings } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { readPage } from '../../request/read-page.ts';
import { isRowId } from '../../request/row-id.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { openDraft } from '../parts/open-draft.ts';
import { respondWithCourse } from '../parts/respond-with-course.tsx';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { EnrolmentPage, type EnrolmentView } from './enrolment-page.tsx';
import { writeInvitation } from './invitation-letter.ts';
import { inviteFault } from './invite-words.ts';

const pattern = '/studio/courses/:courseKey/enrolment';
const most_places = 10_000_000;
const longestAddresses_chars = invitationLimits.most_atOnce * 320;

type Extra = Partial<Pick<EnrolmentView, 'values' | 'errors' | 'made'>> & { readonly refusal?: string };

/** Who may take a course: its rules, codes and invitations. */
export const enrolmentRoutes: StudioRoutes = (studio, powers) => {
  const { config, database } = powers;

  studio.get(pattern, 'course.see', (c, place) => showEnrolment(c, powers, place));

  studio.post(`${pattern}/rules`, 'course.settings', async (c, place) => {
    const values = await readForm(c, ['rule', 'capacity'], 20);
    const { t } = c.var.words;
    const capacity = values.capacity.trim() === '' ? null : readNumber(values.capacity, 1, most_places);
    const errors: Record<string, string> = {};
    if (!['open', 'invited'].includes(values.rule)) errors.rule = t('author.set.fault');
    if (capacity === undefined) errors.capacity = t('enrolment.fault.number', { least: 1, most: most_places });
    if (Object.keys(errors).length > 0) return showEnrolment(c, powers, place, { values, errors });
    const { version } = await openDraft(powers, place);
    const edit = { courseKey: place.course.key, author: place.reader.personId, message: t('author.did.enrolment') };
    const settings = {
      invitation_only: values.rule === 'invited' ? 'true' : null,
      max_student_enrollments_allowed: capacity === null ? null : String(capacity),
    };
    const change = { blockId: version.root.id, edition: null, settings };
    const result = await database.write('provide', (w) => setSettings(w, powers.versions, edit, change));
    if (result.type === 'edited') return backDone(c, urls.studioEnrolment(place.course.key));
    return showEnrolment(c, powers, place, { values, refusal: refusalWords(result, c.var.words) });
  });

  studio.post(`${pattern}/invite`, 'course.learners', async (c, place) => {
    const { reader, course } = place;
    const tooMany = await refuseTooMany(c, powers, { what: 'invite-to-course', who: reader.personId });
    if (tooMany) return tooMany;
    const values = await readForm(c, ['addresses'], longestAddresses_chars);
    const { words } = c.var;
    const { version } = await openDraft(powers, place);
    const letter = writeInvitation(config, words, { by: reader.name, course: version.title, role: 'learner' });
    const asked = { courseKey: course.key, role: 'learner', lines: values.addresses } as const;
    const result = await database.write('provide', (w) => inviteToCourse(w, asked, letter));
    if (result.type === 'invited') return backDone(c, urls.studioEnrolment(course.key));
    return showEnrolment(c, powers, place, { values, errors: { addresses: inviteFault(result, words) } });
  });

  studio.post(`${pattern}/withdraw`, 'course.learners', async (c, { course }) => {
    const { invitation } = await readForm(c, ['invitation'], 100);
    if (!isRowId(invitation)) return respondNotFound(c);
    await database.write('provide', (w) => withdrawCourseInvitation(w, course.key, ['learner'], invitation));
    return backDone(c, urls.studioEnrolment(course.key));
  });
};

/** The codes of a course: made, shown once, withdrawn. */
export const codeRoutes: StudioRoutes = (studio, powers) => {
  const { config, database } = powers;

  studio.post(`${pattern}/codes`, 'course.settings', async (c, place) => {
    const values = await readForm(c, ['label', 'uses', 'days'], codeLimits.longestLabel_chars);
    const { t } = c.var.words;
    const label = values.label.trim().toWellFormed();
    const most_uses = readNumber(values.uses, 1, codeLimits.most_uses);
    const valid_days = readNumber(values.days, 1, codeLimits.most_days);
    const errors: Record<string, string> = {};
    if (label === '') errors.label = t('author.set.fault');
    if (!most_uses) errors.uses = t('enrolment.fault.number', { least: 1, most: codeLimits.most_uses });
    if (!valid_days) errors.days = t('enrolment.fault.number', { least: 1, most: codeLimits.most_days });
    if (!most_uses || !valid_days || label === '') return showEnrolment(c, powers, place, { values, errors });
    const wish = { label, most_uses, valid_days };
    const result = await database.write('provide', (w) => makeCode(w, place.course.key, wish));
    if (result.type === 'refused')
      return showEnrolment(c, powers, place, { values, refusal: t('enrolment.fault.too-many-codes') });
    // Shown with this answer and never again: a redirect would have to carry it.
    const link = siteOrigin(config) + urls.courseWithCode(place.course.key, result.code);
    return showEnrolment(c, powers, place, { made: { code: result.code, link } });
  });

  studio.post(`${pattern}/codes/withdraw`, 'course.settings', async (c, { course }) => {
    const { code } = await readForm(c, ['code'], 100);
    if (!isRowId(code)) return respondNotFound(c);
    await database.write('provide', (w) => withdrawCode(w, course.key, code));
    return backDone(c, urls.studioEnrolment(course.key));
  });
};

/** A whole number within bounds, or undefined. */
function readNumber(written: string, least: number, most: number): number | undefined {
  const number = /^\s*\d{1,9}\s*$/.test(written) ? Number(written) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

async function showEnrolment(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  { values, errors = {}, refusal, made = null }: Extra = {},
): Promise<Response> {
  const r = powers.database.read('provide');
  const courseKey = place.course.key;
  const page = readPage(c.req.query('page'));
  const { info } = (await openDraft(powers, place)).version;
  const stored = {
    rule: info.invitation_only ? 'invited' : 'open',
    capacity: info.max_student_enrollments_allowed === null ? '' : String(info.max_student_enrollments_allowed),
  };
  const view: EnrolmentView = {
    place,
    enrolled: await countEnrolled(r, courseKey),
    codes: place.may('course.settings') ? await listCodes(r, courseKey) : [],
    invitations: place.may('course.learners')
      ? await listCourseInvitations(r, courseKey, ['learner'], page)
      : { invitations: [], pages: 1 },
    page,
    invitation_days: invitationLimits.valid_days,
    now: r.now(),
    values: { ...stored, ...values },
    errors,
    made,
  };
  const { t } = c.var.words;
  if (made) c.header('cache-control', 'no-store');
  return respondWithCourse(c, powers, place, {
    here: 'enrolment',
    title: t('author.enrolment'),
    lead: t('enrolment.lead'),
    errors,
    ...(refusal ? { refusal } : {}),
    children: <EnrolmentPage view={view} />,
  });
}
