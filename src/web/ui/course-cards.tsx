import { CourseCard, type CourseCardView } from './course-card.tsx';

/** A list of courses as cards. */
export function CourseCards({ courses }: { readonly courses: readonly CourseCardView[] }) {
  return (
    <ul class="cards">
      {courses.map((course) => (
        <li key={course.courseKey}>
          <CourseCard course={course} />
        </li>
      ))}
    </ul>
  );
}
