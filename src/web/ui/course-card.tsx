import { urls } from '../urls.ts';
import { Cover } from './cover.tsx';

/** What a card says about a course. */
export interface CourseCardView {
  readonly courseKey: string;
  readonly title: string;
  /** Of the course's content, for whoever has it read out. */
  readonly language: string;
  readonly organisation: string;
  readonly imageHref: string | null;
  /** Short facts in the reader's words: when it starts, which language. */
  readonly facts: readonly string[];
}

export function CourseCard({ course }: { readonly course: CourseCardView }) {
  return (
    <article class="card">
      <Cover courseKey={course.courseKey} imageHref={course.imageHref} />
      <div class="card-body">
        <p class="card-org">{course.organisation}</p>
        <h3 lang={course.language} dir="auto">
          <a href={urls.course(course.courseKey)} data-control="course-card.open">
            {course.title}
          </a>
        </h3>
        <p class="card-facts">
          {course.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
    </article>
  );
}
