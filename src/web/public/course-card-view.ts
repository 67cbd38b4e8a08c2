import type { CatalogEntry } from '../../domains/catalog/index.ts';
import type { Words } from '../i18n.ts';
import type { CourseCardView } from '../ui/course-card.tsx';
import { urls } from '../urls.ts';

/** A card's facts in the reader's words, and with their zone's days. */
export function courseCardView(entry: CatalogEntry, words: Words, now: Date): CourseCardView {
  const { courseKey, title, language, image, organisationName } = entry;
  return {
    courseKey,
    title,
    language,
    organisation: organisationName,
    imageHref: image ? urls.asset(image.hash, image.name) : null,
    facts: [runText(entry, words, now), languageName(language, words)],
  };
}

/** When a course runs, in a few words. */
function runText(
  { starts_at, ends_at }: Pick<CatalogEntry, 'starts_at' | 'ends_at'>,
  { t, day }: Words,
  now: Date,
): string {
  if (ends_at && ends_at <= now) return t('course.ended', { day: day(ends_at) });
  if (starts_at && starts_at > now) return t('course.starts', { day: day(starts_at) });
  return ends_at ? t('course.openUntil', { day: day(ends_at) }) : t('course.open');
}

export function languageName(tag: string, words: Words): string {
  try {
    return new Intl.DisplayNames(words.language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // What a course says of its language may be no tag at all.
    return tag;
  }
}
