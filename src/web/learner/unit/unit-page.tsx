import { useWords } from '../../i18n.ts';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import { CourseNavigation } from '../parts/course-navigation.tsx';
import { StaffOnly } from '../parts/staff-only.tsx';
import type { UnitFrame } from './unit-frame.ts';
import { UnitOutline } from './unit-outline.tsx';

export function UnitPage({ frame }: { readonly frame: UnitFrame }) {
  const { t, instant } = useWords();
  const { outline, unit } = frame;
  const { courseKey, language } = outline.version;
  return (
    <div class="unit-layout">
      {frame.styleHref ? <link rel="stylesheet" href={frame.styleHref} /> : null}
      <details class="unit-side">
        <summary>
          <Icon name="menu" />
          {t('unit.outline')}
        </summary>
        <p class="unit-course">
          <a href={urls.outline(courseKey)} data-control="unit.course" lang={language} dir="auto">
            {outline.version.title}
          </a>
        </p>
        <UnitOutline frame={frame} />
      </details>
      <div class="unit-main">
        <CourseNavigation outline={outline} here="unit" />
        <UnitBreadcrumbs frame={frame} />
        <header class="unit-head">
          <h1 lang={language} dir="auto">
            {unit.title}
          </h1>
          <div class="unit-facts">
            {unit.isStaffOnly ? <StaffOnly /> : null}
            {frame.format ? <span class="badge">{t('outline.graded', { format: frame.format })}</span> : null}
            {frame.due ? <span>{t('outline.due', { when: instant(frame.due) })}</span> : null}
            {frame.bookmark()}
          </div>
        </header>
        {frame.content()}
        {frame.watched()}
        <Neighbours frame={frame} />
      </div>
    </div>
  );
}

function UnitBreadcrumbs({ frame }: { readonly frame: UnitFrame }) {
  const { t } = useWords();
  const { outline, unit } = frame;
  const { courseKey, language, title } = outline.version;
  const steps = [
    { id: 'course', label: title, href: urls.outline(courseKey) },
    { id: unit.section.id, label: unit.section.title, href: `${urls.outline(courseKey)}#${unit.section.id}` },
    { id: unit.subsection.id, label: unit.subsection.title, href: urls.unit(courseKey, unit.subsection.id) },
  ].filter(({ id }) => id !== unit.id);
  return (
    <nav class="breadcrumbs" aria-label={t('breadcrumbs.label')}>
      <ol lang={language} dir="auto">
        {steps.map(({ id, label, href }, at) => (
          <li key={id}>
            {at > 0 ? <Icon name="next" /> : null}
            <a href={href} data-control="breadcrumbs.step">
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The unit before and the one behind, over the borders of sections. */
function Neighbours({ frame: { outline, unit } }: { readonly frame: UnitFrame }) {
  const { t } = useWords();
  const { courseKey, language } = outline.version;
  const previous = unit.index > 0 ? outline.units[unit.index - 1] : undefined;
  const next = unit.index >= 0 ? outline.units[unit.index + 1] : undefined;
  return (
    <nav class="unit-neighbours" aria-label={t('unit.neighbours')}>
      {previous ? (
        <a rel="prev" href={urls.unit(courseKey, previous.id)} data-control="unit.previous">
          <span class="small soft">{t('unit.previous')}</span>
          <span lang={language} dir="auto">
            {previous.title}
          </span>
        </a>
      ) : null}
      {next ? (
        <a rel="next" class="unit-next" href={urls.unit(courseKey, next.id)} data-control="unit.next">
          <span class="small soft">{t('unit.next')}</span>
          <span lang={language} dir="auto">
            {next.title}
          </span>
        </a>
      ) : (
        <a class="unit-next" href={urls.outline(courseKey)} data-control="unit.end">
          <span class="small soft">{t('unit.end')}</span>
          <span>{t('unit.toOutline')}</span>
        </a>
      )}
    </nav>
  );
}
