import { setCourse } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { respondWithCourse } from '../parts/respond-with-course.tsx';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { CourseSettingsForm } from './course-settings-page.tsx';
import { aboutTexts, type CourseSettingsView, readCourseSettings, readTyped } from './course-settings-view.ts';

const pattern = '/studio/courses/:courseKey/course-settings';

/** Name, dates, picture and description of a course. A library has none. */
export const courseSettingsRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.settings', async (c, place) => {
    if (place.course.kind !== 'course') return respondNotFound(c);
    const view = await readCourseSettings(powers, place, c.var.words);
    return respond(c, powers, place, { view, values: view.values, errors: {} });
  });

  studio.post(pattern, 'course.settings', async (c, place) => {
    if (place.course.kind !== 'course') return respondNotFound(c);
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    return store(c, powers, place, await readFields(c));
  });
};

async function store(c: SiteContext, powers: Powers, place: CoursePlace, form: URLSearchParams): Promise<Response> {
  const { words } = c.var;
  const view = await readCourseSettings(powers, place, words);
  const names = [...view.fields.map(({ field }) => field), ...aboutTexts];
  const values = Object.fromEntries(
    names.map((name) => [name, (form.get(name) ?? '').replace(/\r\n?/g, '\n').toWellFormed()]),
  );
  const { change, errors } = readTyped(view, form.get('edition') ?? '', values, words);
  const seen = { ...view, edition: change.edition };
  if (Object.keys(errors).length > 0) return respond(c, powers, place, { view: seen, values, errors });
  const message = words.t('author.did.set', { title: values.display_name! });
  const edit = { courseKey: place.course.key, author: place.reader.personId, message };
  const result = await powers.database.write('provide', (w) => setCourse(w, powers.versions, edit, change));
  if (result.type === 'edited') return backDone(c, urls.studioCourseSettings(place.course.key));
  if (result.type === 'refused')
    return respond(c, powers, place, { view: seen, values, errors: { display_name: refusalWords(result, words) } });
  // Saving once more is on top of theirs, which stands at each field that differs.
  return respond(c, powers, place, { view, values, errors: differences(view, values, c) });
}

function differences(view: CourseSettingsView, values: Readonly<Record<string, string>>, c: SiteContext): FieldErrors {
  const { t } = c.var.words;
  const names = Object.keys(values).filter((name) => values[name] !== (view.values[name] ?? ''));
  const theirs = names.map((name) => [
    name,
    t('courseSettings.theirs', { value: (view.values[name] || '–').slice(0, 2000) }),
  ]);
  return theirs.length > 0 ? Object.fromEntries(theirs) : { display_name: t('author.movedOn') };
}

function respond(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  form: Parameters<typeof CourseSettingsForm>[0],
): Promise<Response> {
  const { t } = c.var.words;
  return respondWithCourse(c, powers, place, {
    here: 'settings',
    title: t('author.settings'),
    lead: t('courseSettings.lead'),
    errors: form.errors,
    children: <CourseSettingsForm {...form} />,
  });
}
