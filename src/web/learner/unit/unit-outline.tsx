import type { OutlineSubsection, OutlineUnit } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { StaffOnly } from '../parts/staff-only.tsx';
import type { UnitFrame } from './unit-frame.ts';

/** The way through the section that the unit stands in, and the names of the others. */
export function UnitOutline({ frame }: { readonly frame: UnitFrame }) {
  const { t, instant } = useWords();
  const { outline, unit } = frame;
  const { courseKey } = outline.version;
  return (
    <nav class="unit-outline" aria-label={t('unit.outline')}>
      <ol class="unit-outline-sections" lang={outline.version.language} dir="auto">
        {outline.sections.map((section) =>
          section.id === unit.section.id ? (
            <li key={section.id} class="unit-outline-here">
              <p>{section.title}</p>
              <ol>
                {section.subsections.map((subsection) => (
                  <Subsection key={subsection.id} subsection={subsection} frame={frame} />
                ))}
              </ol>
            </li>
          ) : (
            <li key={section.id}>
              {section.opens || !hasUnits(section.subsections) ? (
                <p class="soft">{section.title}</p>
              ) : (
                <a href={urls.unit(courseKey, section.id)} data-control="unit.section">
                  {section.title}
                </a>
              )}
              {section.opens ? <p class="small soft">{t('outline.opens', { when: instant(section.opens) })}</p> : null}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

function Subsection({ subsection, frame }: { readonly subsection: OutlineSubsection; readonly frame: UnitFrame }) {
  const { t, instant } = useWords();
  return (
    <li>
      <p class="unit-outline-subsection">
        {subsection.title} {subsection.isStaffOnly ? <StaffOnly /> : null}
      </p>
      {subsection.opens ? <p class="small soft">{t('outline.opens', { when: instant(subsection.opens) })}</p> : null}
      {subsection.after ? <p class="small soft">{t('outline.locked', { title: subsection.after.title })}</p> : null}
      <ol>
        {subsection.units.map((unit) => (
          <UnitStep key={unit.id} unit={unit} frame={frame} />
        ))}
      </ol>
    </li>
  );
}

function UnitStep({ unit, frame }: { readonly unit: OutlineUnit; readonly frame: UnitFrame }) {
  const isHere = unit.id === frame.unit.id;
  return (
    <li>
      <a
        class="unit-step"
        href={urls.unit(frame.outline.version.courseKey, unit.id)}
        aria-current={isHere ? 'page' : undefined}
        data-control="unit.step"
      >
        {frame.done(unit)}
        <span>{unit.title}</span>
        {unit.isStaffOnly ? <StaffOnly /> : null}
      </a>
    </li>
  );
}

function hasUnits(subsections: readonly OutlineSubsection[]): boolean {
  return subsections.some(({ units }) => units.length > 0);
}
