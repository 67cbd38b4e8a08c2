import type {
  CourseReader,
  OutlineSection,
  OutlineSubsection,
  OutlineUnit,
  Progress,
} from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { CoursePageFrame } from '../course/course-page.tsx';
import { DoneMark } from '../parts/done-mark.tsx';
import { LockFacts } from '../parts/lock-facts.tsx';
import { StaffOnly } from '../parts/staff-only.tsx';

export interface OutlineView {
  readonly reader: CourseReader;
  readonly progress: Progress;
  readonly resume: { readonly unit: OutlineUnit; readonly isFresh: boolean } | null;
  /** Came here by enrolling just now. */
  readonly isNew: boolean;
}

export function OutlinePage({ view }: { readonly view: OutlineView }) {
  const { t } = useWords();
  const { reader, progress } = view;
  const { version } = reader;
  return (
    <CoursePageFrame reader={reader} here="outline" title={version.title}>
      {view.isNew ? <Notice tone="good" title={t('outline.enrolled')} isNews /> : null}
      {reader.isStaff ? <Notice title={t('outline.asStaff')} /> : null}
      <div class="outline-head">
        <h1 lang={version.language} dir="auto">
          {version.title}
        </h1>
        <Resume view={view} />
        {progress.all > 0 ? (
          <div class="outline-progress">
            <progress
              value={progress.done}
              max={progress.all}
              aria-label={t('outline.progress', { ...progressOf(progress) })}
            />
            <span class="small soft figures">{t('outline.progress', { ...progressOf(progress) })}</span>
          </div>
        ) : null}
      </div>
      <OutlineList reader={reader} progress={progress} />
      {reader.isEnrolled ? (
        <form class="outline-leave" method="post" action={urls.leave(reader.courseKey)}>
          <Button look="link" data-control="outline.leave">
            {t('outline.leave')}
          </Button>
          <span class="small soft">{t('outline.leaveWhy')}</span>
        </form>
      ) : null}
    </CoursePageFrame>
  );
}

function progressOf({ done, all }: Progress) {
  return { done, all };
}

function Resume({ view: { reader, resume } }: { readonly view: OutlineView }) {
  const { t, instant } = useWords();
  const { outline, courseKey, version } = reader;
  if (outline.opens) {
    return (
      <Notice title={t('outline.notOpen.title')}>
        {<p>{t('outline.notOpen.text', { when: instant(outline.opens) })}</p>}
      </Notice>
    );
  }
  if (!resume) return null;
  return (
    <div class="outline-resume">
      <ButtonLink
        href={urls.unit(courseKey, resume.unit.id)}
        data-control={resume.isFresh ? 'outline.start' : 'outline.resume'}
      >
        {resume.isFresh ? t('outline.start') : t('outline.resume')}
      </ButtonLink>
      {resume.isFresh ? null : (
        <span class="small soft" lang={version.language} dir="auto">
          {t('outline.resumeAt', { unit: resume.unit.title })}
        </span>
      )}
    </div>
  );
}

function OutlineList({ reader, progress }: { readonly reader: CourseReader; readonly progress: Progress }) {
  const { t } = useWords();
  const { outline } = reader;
  if (outline.sections.length === 0) {
    if (outline.opens) return null;
    return <EmptyState title={t('outline.empty.title')} text={t('outline.empty.text')} />;
  }
  return (
    <section class="outline" aria-labelledby="outline-contents">
      <h2 class="only-heard" id="outline-contents">
        {t('outline.contents')}
      </h2>
      <ol class="outline-sections" lang={outline.version.language} dir="auto">
        {outline.sections.map((section, at) => (
          <Section key={section.id} section={section} number={at + 1} reader={reader} progress={progress} />
        ))}
      </ol>
    </section>
  );
}

function Section({
  section,
  number,
  reader,
  progress,
}: {
  readonly section: OutlineSection;
  readonly number: number;
  readonly reader: CourseReader;
  readonly progress: Progress;
}) {
  return (
    <li class="outline-section" id={section.id}>
      <h3>
        <span class="outline-number figures" aria-hidden="true">
          {number}
        </span>
        {section.title} {section.isStaffOnly ? <StaffOnly /> : null}
      </h3>
      <Opens opens={section.opens} />
      {section.subsections.map((subsection) => (
        <Subsection key={subsection.id} subsection={subsection} reader={reader} progress={progress} />
      ))}
    </li>
  );
}

function Subsection({
  subsection,
  reader,
  progress,
}: {
  readonly subsection: OutlineSubsection;
  readonly reader: CourseReader;
  readonly progress: Progress;
}) {
  const { t, instant } = useWords();
  const { units } = subsection;
  const lock = reader.locks.get(subsection.id);
  const isAlone = units.length === 1 && units[0]!.id === subsection.id;
  return (
    <div class="outline-subsection">
      {isAlone ? null : <h4>{subsection.title}</h4>}
      <p class="outline-facts small soft">
        {subsection.isStaffOnly ? <StaffOnly /> : null}
        {subsection.format ? <span class="badge">{t('outline.graded', { format: subsection.format })}</span> : null}
        {subsection.due ? <span>{t('outline.due', { when: instant(subsection.due) })}</span> : null}
      </p>
      <Opens opens={subsection.opens} />
      {lock ? <LockFacts courseKey={reader.courseKey} lock={lock} /> : null}
      <ol class="outline-units">
        {units.map((unit) => (
          <li key={unit.id}>
            <a class="unit-step" href={urls.unit(reader.courseKey, unit.id)} data-control="outline.unit">
              <DoneMark isDone={progress.doneUnits.has(unit.id)} />
              <span>{unit.title}</span>
              {unit.isStaffOnly ? <StaffOnly /> : null}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Opens({ opens }: { readonly opens: Date | null }) {
  const { t, instant } = useWords();
  return opens ? <p class="outline-opens">{t('outline.opens', { when: instant(opens) })}</p> : null;
}
