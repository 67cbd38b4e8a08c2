import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** A course that the reader takes. */
export interface MyCourse {
  readonly courseKey: string;
  /** Null when it is not published any more. */
  readonly course: {
    readonly title: string;
    readonly language: string;
    readonly imageHref: string | null;
    /** Set while the course has not begun. */
    readonly begins: Date | null;
    readonly done: number;
    readonly all: number;
  } | null;
  readonly lastVisit: Date | null;
}

export function MyCoursesPage({
  courses,
  hasLeft,
}: {
  readonly courses: readonly MyCourse[];
  readonly hasLeft: boolean;
}) {
  const { t } = useWords();
  return (
    <div class="page-width stack-wide">
      {hasLeft ? <Notice title={t('myCourses.left')} isNews /> : null}
      <h1>{t('myCourses.title')}</h1>
      {courses.length === 0 ? (
        <EmptyState title={t('myCourses.empty.title')} text={t('myCourses.empty.text')}>
          <ButtonLink href={urls.courses()} data-control="my-courses.find">
            {t('myCourses.find')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <ul class="my-courses">
          {courses.map((course) => (
            <CourseRow key={course.courseKey} {...course} />
          ))}
        </ul>
      )}
    </div>
  );
}

function CourseRow({ courseKey, course, lastVisit }: MyCourse) {
  const { t, day } = useWords();
  if (!course) {
    return (
      <li class="my-course">
        <div class="my-course-body">
          <p class="my-course-title">{courseKey}</p>
          <p class="soft">{t('myCourses.gone')}</p>
        </div>
      </li>
    );
  }
  const isFresh = lastVisit === null;
  return (
    <li class="my-course">
      <Cover courseKey={courseKey} imageHref={course.imageHref} />
      <div class="my-course-body">
        <h2 lang={course.language} dir="auto">
          <a href={urls.outline(courseKey)} data-control="my-courses.open">
            {course.title}
          </a>
        </h2>
        <p class="small soft figures">
          {course.begins
            ? t('myCourses.begins', { when: day(course.begins) })
            : t('outline.progress', { done: course.done, all: course.all })}
          {lastVisit ? ` · ${t('myCourses.lastVisit', { when: day(lastVisit) })}` : ''}
        </p>
      </div>
      {course.begins ? null : (
        <ButtonLink href={urls.resume(courseKey)} look={isFresh ? 'strong' : 'quiet'} data-control="my-courses.resume">
          {isFresh ? t('myCourses.start') : t('myCourses.resume')}
          <span class="only-heard">: {course.title}</span>
        </ButtonLink>
      )}
    </li>
  );
}
