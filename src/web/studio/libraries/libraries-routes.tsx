import {
  beginLibrary,
  type CourseRecord,
  formatKey,
  getDraftVersion,
  listCourses,
  toKeyPart,
} from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import { readForm } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { LibraryList, NewLibraryForm, type StudioLibrary } from './libraries-page.tsx';

const most_libraries = 500;
const longest_chars = { title: 200, number: 40 } as const;

/** The libraries of an organisation, and a new one. */
export const librariesRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/libraries', 'organisation.see', async (c, place) => {
    const r = powers.database.read('provide');
    const org = place.organisation.key;
    const records = await listCourses(r, { published: false, kind: 'library', org, limit: most_libraries });
    const libraries: StudioLibrary[] = [];
    for (const record of records) libraries.push(await libraryOf(powers, record));
    const { t } = c.var.words;
    return respondWithOrganisation(c, powers, place, {
      tab: 'libraries',
      title: t('library.title'),
      lead: t('library.lead'),
      actions: place.may('course.create') ? (
        <ButtonLink href={urls.newLibrary(org)} data-control="library.new">
          {t('library.new')}
        </ButtonLink>
      ) : null,
      children: <LibraryList libraries={libraries} />,
    });
  });

  studio.get('/studio/organisations/:organisation/libraries/new', 'course.create', (c, place) =>
    showForm(c, powers, place, { title: '', number: '' }, {}),
  );

  studio.post('/studio/organisations/:organisation/libraries/new', 'course.create', async (c, place) => {
    const { t } = c.var.words;
    const sent = await readForm(c, ['title', 'number'], 1000);
    const title = sent.title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    const number = sent.number.trim() || toKeyPart(title).replaceAll('_', '').slice(0, longest_chars.number);
    const isKey = number !== '' && toKeyPart(number) === number && number.length <= longest_chars.number;
    const errors: FieldErrors = {
      ...(title === '' || title.length > longest_chars.title ? { title: t('newCourse.fault.title') } : {}),
      ...(isKey ? {} : { number: t('newCourse.fault.key') }),
    };
    if (Object.keys(errors).length > 0) return showForm(c, powers, place, sent, errors);
    const org = place.organisation.key;
    const begun = await powers.database.write('provide', (w) =>
      beginLibrary(w, { org, number, title, message: t('library.began') }, place.reader.personId),
    );
    if (begun.type === 'begun') return c.redirect(urls.studioOutline(begun.courseKey), 303);
    const key = formatKey({ kind: 'library', org, number, run: '' });
    return showForm(c, powers, place, sent, { number: t('library.fault.taken', { key }) });
  });
};

async function libraryOf({ database, versions }: Powers, { key, number }: CourseRecord): Promise<StudioLibrary> {
  const version = await getDraftVersion(database.read('provide'), versions, key);
  return {
    libraryKey: key,
    title: version?.title ?? number,
    language: version?.language ?? 'en',
    parts: version?.root.children.length ?? 0,
  };
}

function showForm(
  c: SiteContext,
  powers: Powers,
  place: OrganisationPlace,
  form: Readonly<Record<'title' | 'number', string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { t } = c.var.words;
  return respondWithOrganisation(c, powers, place, {
    tab: 'libraries',
    title: t('library.new'),
    errors,
    children: <NewLibraryForm form={form} errors={errors} organisationKey={place.organisation.key} />,
  });
}
