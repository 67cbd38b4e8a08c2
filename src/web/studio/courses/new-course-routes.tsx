import { beginCourse, formatKey, toKeyPart } from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import { useWords } from '../../i18n.ts';
import { readForm } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';

const fields = ['title', 'number', 'run', 'language'] as const;
type NewCourse = Readonly<Record<(typeof fields)[number], string>>;

const longest_chars = { title: 200, number: 40, run: 40, language: 35 } as const;

/** Beginning a course from nothing. */
export const newCourseRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/courses/new', 'course.create', (c, place) => {
    const run = String(powers.database.read('provide').now().getUTCFullYear());
    return showForm(c, powers, place, { title: '', number: '', run, language: c.var.words.language }, {});
  });

  studio.post('/studio/organisations/:organisation/courses/new', 'course.create', async (c, place) => {
    const { words } = c.var;
    const form = await readForm(c, fields, 1000);
    const course = readCourse(form);
    const errors = findErrors(words.t, course);
    if (Object.keys(errors).length > 0) return showForm(c, powers, place, form, errors);
    const begun = await powers.database.write('provide', (w) =>
      beginCourse(
        w,
        {
          ...course,
          org: place.organisation.key,
          names: {
            section: words.t('newCourse.section'),
            subsection: words.t('newCourse.subsection'),
            unit: words.t('newCourse.unit'),
          },
          message: words.t('newCourse.message'),
        },
        place.reader.personId,
      ),
    );
    if (begun.type === 'begun') return c.redirect(urls.studioOutline(begun.courseKey), 303);
    const key = formatKey({ kind: 'course', org: place.organisation.key, ...course });
    const fault =
      begun.because === 'no-key' ? words.t('newCourse.fault.key') : words.t('newCourse.fault.taken', { key });
    return showForm(c, powers, place, form, { number: fault });
  });
};

/** A number that is left out is made of the title. */
function readCourse({ title, number, run, language }: NewCourse): NewCourse {
  const made = toKeyPart(title).replaceAll('_', '').slice(0, longest_chars.number);
  return {
    title: title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim(),
    number: number.trim() || made,
    run: run.trim(),
    language: language.trim(),
  };
}

function findErrors(t: ReturnType<typeof useWords>['t'], course: NewCourse): FieldErrors {
  const isTooLong = (name: keyof typeof longest_chars) => course[name].length > longest_chars[name];
  // As it stands: a key made into another is no surprise to find later.
  const isNoKey = (name: 'number' | 'run') => toKeyPart(course[name]) !== course[name] || isTooLong(name);
  return {
    ...(course.title === '' || isTooLong('title') ? { title: t('newCourse.fault.title') } : {}),
    ...(course.number === '' || isNoKey('number') ? { number: t('newCourse.fault.key') } : {}),
    ...(course.run === '' || isNoKey('run') ? { run: t('newCourse.fault.key') } : {}),
    ...(isLanguage(course.language) ? {} : { language: t('newCourse.fault.language') }),
  };
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= longest_chars.language && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function showForm(
  c: SiteContext,
  powers: Powers,
  place: OrganisationPlace,
  form: NewCourse,
  errors: FieldErrors,
): Promise<Response> {
  const { t } = c.var.words;
  return respondWithOrganisation(c, powers, place, {
    tab: 'courses',
    title: t('newCourse.title'),
    lead: t('newCourse.lead'),
    errors,
    children: <NewCourseForm form={form} errors={errors} organisationKey={place.organisation.key} />,
  });
}

function NewCourseForm({
  form,
  errors,
  organisationKey,
}: {
  readonly form: NewCourse;
  readonly errors: FieldErrors;
  readonly organisationKey: string;
}) {
  const { t } = useWords();
  return (
    <form class="form form-narrow" method="post" action={urls.newCourse(organisationKey)} novalidate>
      <Field
        name="title"
        label={t('newCourse.name')}
        why={t('newCourse.nameWhy')}
        value={form.title}
        error={errors.title}
        maxLength={longest_chars.title}
        isRequired
      />
      <Field
        name="number"
        label={t('newCourse.number')}
        why={t('newCourse.numberWhy')}
        value={form.number}
        error={errors.number}
        maxLength={longest_chars.number}
      />
      <Field
        name="run"
        label={t('newCourse.run')}
        why={t('newCourse.runWhy')}
        value={form.run}
        error={errors.run}
        maxLength={longest_chars.run}
        isRequired
      />
      <Field
        name="language"
        label={t('newCourse.language')}
        why={t('newCourse.languageWhy')}
        value={form.language}
        error={errors.language}
        maxLength={longest_chars.language}
        isShort
        isRequired
      />
      <Button data-control="studio.begin-course">{t('newCourse.begin')}</Button>
    </form>
  );
}
