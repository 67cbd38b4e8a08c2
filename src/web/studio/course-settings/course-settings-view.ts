import { decodeSetting } from '../../../domains/courses/index.ts';
import {
  type CourseDates,
  editionOfCourse,
  fileKindOf,
  findDateFaults,
  type NewCourse,
  placeOfText,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { Words } from '../../i18n.ts';
import { readMoment } from '../../ui/moments.ts';
import { type OpenDraft, openDraft } from '../parts/open-draft.ts';
import { fieldValue, readField, type SettingField } from '../settings/settings-fields.ts';
import type { CoursePlace } from '../studio-site.ts';

/** What is said about a course before anybody is in it, by the names of its files in `about`. */
export const aboutTexts = ['short_description', 'overview'] as const;

const dates = ['start', 'end', 'enrollment_start', 'enrollment_end'] as const;
const most_pictures = 1000;

export interface CourseSettingsView {
  readonly courseKey: string;
  readonly edition: string;
  readonly fields: readonly SettingField[];
  /** Where each text lies. */
  readonly paths: Readonly<Record<(typeof aboutTexts)[number], string>>;
  readonly stored: Readonly<Record<(typeof aboutTexts)[number], string | null>>;
  /** What stands in each field and text, as the form shows it. */
  readonly values: Readonly<Record<string, string>>;
}

/** The settings of a course as they are stored. */
export async function readCourseSettings(
  powers: Powers,
  place: CoursePlace,
  words: Words,
): Promise<CourseSettingsView> {
  const open = await openDraft(powers, place);
  const { version, draft } = open;
  const fields = fieldsOf(open, words);
  const paths = {
    short_description: placeOfText(draft, 'about', 'short_description.html'),
    overview: placeOfText(draft, 'about', 'overview.html'),
  };
  const { about, image } = version.info;
  return {
    courseKey: version.courseKey,
    edition: editionOfCourse(draft, Object.values(paths)),
    fields,
    paths,
    stored: { short_description: about.short_description ?? null, overview: about.overview ?? null },
    values: {
      ...Object.fromEntries(fields.map((field) => [field.field, fieldValue(version.root, field)])),
      ...(image && { course_image: image.name }),
      ...Object.fromEntries(aboutTexts.map((name) => [name, (about[name] ?? '').replace(/\r\n?/g, '\n')])),
    },
  };
}

/** What is to be written for what was typed, which is only what differs from what was shown; or what is wrong. `seen` is the edition that was shown. */
export function readTyped(
  { fields, paths, values, stored }: CourseSettingsView,
  seen: string,
  typed: Readonly<Record<string, string>>,
  { t }: Words,
): { readonly change: NewCourse; readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const settings: Record<string, string | null> = {};
  for (const field of fields) {
    const text = typed[field.field] ?? '';
    const read = readField(field, text);
    if (read.type === 'fault') errors[field.field] = t('author.set.fault');
    else if (text !== values[field.field]) settings[field.field] = read.value && written(field.field, read.value);
  }
  if (!typed.display_name?.trim()) errors.display_name = t('courseSettings.noName');
  if (!isLanguage(typed.language?.trim() ?? '')) errors.language = t('newCourse.fault.language');
  for (const { code, field } of findDateFaults(datesOf(typed)))
    errors[field] ??= `${t(`author.check.what.${code}`)}. ${t(`author.check.mend.${code}`)}`;
  // Both always, so that the edition is of both: what nobody changed is written as it stands.
  const texts = Object.fromEntries(
    aboutTexts.map((name) => [paths[name], typed[name] === values[name] ? stored[name] : typed[name] || null]),
  );
  return { change: { edition: seen, settings, texts }, errors };
}

function fieldsOf({ version }: OpenDraft, { t }: Words): readonly SettingField[] {
  const pictures = [...version.files.values()].filter(({ mediaType }) => fileKindOf(mediaType) === 'picture');
  const now = version.info.image?.name ?? String(version.root.settings.course_image ?? '');
  const names = new Set([...(now ? [now] : []), ...pictures.slice(0, most_pictures).map(({ name }) => name)]);
  const options = [
    { value: '', label: t('courseSettings.noPicture') },
    ...[...names].sort().map((name) => ({ value: name, label: name })),
  ];
  return [
    { field: 'display_name', label: t('author.name'), input: { type: 'text' } },
    { field: 'language', label: t('newCourse.language'), why: t('newCourse.languageWhy'), input: { type: 'text' } },
    ...dates.map((field) => ({
      field,
      label: t(`courseSettings.${field}`),
      why: t(`courseSettings.why.${field}`),
      input: { type: 'date' as const },
    })),
    {
      field: 'self_paced',
      label: t('courseSettings.self_paced'),
      why: t('courseSettings.why.self_paced'),
      input: { type: 'yes' },
    },
    {
      field: 'course_image',
      label: t('courseSettings.course_image'),
      why: t('courseSettings.why.course_image'),
      input: { type: 'choice', options },
    },
  ];
}

function datesOf(typed: Readonly<Record<string, string>>): CourseDates {
  const date = (field: (typeof dates)[number]) => readMoment(typed[field] ?? '')?.toISOString() ?? null;
  return {
    start: date('start'),
    end: date('end'),
    enrollment_start: date('enrollment_start'),
    enrollment_end: date('enrollment_end'),
  };
}

/** A text that looks like JSON is written as JSON, to stay a text. */
function written(field: string, value: string): string {
  return field === 'self_paced' || decodeSetting(field, value) === value ? value : JSON.stringify(value);
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag.replaceAll('_', '-')).length === 1;
  } catch {
    return false;
  }
}
