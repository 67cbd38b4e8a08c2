import type { ComponentChildren } from 'preact';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import type { PagesView } from './pages-view.ts';

const parts = ['list', 'updates', 'handouts', 'textbooks'] as const;

/** One of the pages on what a course has beside its outline. */
export type PagesPart = (typeof parts)[number];

/** Their frame: the way between them, and how what they show comes to learners. */
export function PagesFrame({
  view,
  here,
  steps = [],
  children,
}: {
  readonly view: PagesView;
  readonly here: PagesPart;
  readonly steps?: readonly { readonly label: string; readonly href?: string }[];
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  const { course } = view;
  return (
    <StudioCourseFrame
      course={course}
      here="pages"
      steps={[{ label: t('coursePages.title'), href: urls.studioPages(course.courseKey) }, ...steps]}
    >
      <nav class="studio-kinds" aria-label={t('coursePages.parts')}>
        {parts.map((part) => (
          <a
            key={part}
            href={urls.studioPages(course.courseKey, part)}
            aria-current={part === here ? 'page' : undefined}
            data-control="course-pages.part"
          >
            {t(`coursePages.part.${part}`)}
          </a>
        ))}
      </nav>
      <Publishing view={view} />
      {children}
    </StudioCourseFrame>
  );
}

function Publishing({ view: { course, publish, isWaiting } }: { readonly view: PagesView }) {
  const { t } = useWords();
  if (!isWaiting) return <p class="small soft">{t('coursePages.asLearners')}</p>;
  return (
    <div class="studio-head-row">
      <p class="small soft">{t('coursePages.waiting')}</p>
      {publish ? (
        <form method="post" action={urls.studioEdit(course.courseKey, 'publish')}>
          <input type="hidden" name="block" value={publish.block} />
          <input type="hidden" name="hash" value={publish.hash} />
          <Button look="quiet" isSmall data-control="author.publish-all">
            {t('author.publishAll')}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
