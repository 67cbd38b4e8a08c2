import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { Runs } from '../parts/differences.tsx';
import { kindName } from '../parts/kind-name.ts';
import { RestoreForm } from './versions-page.tsx';
import type { ComparedBlock, ComparisonView } from './versions-view.ts';

/** What differs between two versions: as a reader sees it, and behind a fold as it is written. */
export function ComparisonPage({ view }: { readonly view: ComparisonView }) {
  const { t } = useWords();
  const { course, before, after, blocks, total, mayEdit } = view;
  const { courseKey } = course;
  return (
    <StudioCourseFrame
      course={course}
      here="versions"
      steps={[
        { label: t('author.versions'), href: urls.studioVersions(courseKey) },
        { label: t('author.versionNumber', { number: after.number }) },
      ]}
    >
      <header class="studio-head">
        <h1>{t('author.comparing', { before: before.number, after: after.number })}</h1>
        <div class="studio-head-row">
          <form class="studio-since" method="get" action={urls.studioVersion(courseKey, after.number)}>
            <label for="studio-since">{t('author.since')}</label>
            <input class="input input-short" id="studio-since" name="since" inputmode="numeric" value={before.number} />
            <Button look="quiet" isSmall data-control="author.compare">
              {t('author.compare')}
            </Button>
          </form>
          {mayEdit ? <RestoreForm courseKey={courseKey} versionId={after.versionId} /> : null}
        </div>
      </header>
      {blocks.length === 0 ? <EmptyState title={t('author.same.title')} text={t('author.same.text')} /> : null}
      {blocks.map((block) => (
        <Compared key={block.blockId} block={block} view={view} />
      ))}
      {total > blocks.length ? <p class="soft">{t('author.moreDiffer', { count: total - blocks.length })}</p> : null}
    </StudioCourseFrame>
  );
}

function Compared({ block, view }: { readonly block: ComparedBlock; readonly view: ComparisonView }) {
  const words = useWords();
  const { t } = words;
  const { course, before, mayEdit } = view;
  const kind = kindName(words, block.tag);
  return (
    <section class="studio-compared">
      <div class="studio-compared-head">
        <h2 dir="auto">{block.displayName || kind}</h2>
        <p class="small soft">{t(`author.change.${block.type}`, { kind })}</p>
      </div>
      <Runs runs={block.text} />
      <details>
        <summary data-control="author.source">{t('author.seeSource')}</summary>
        <Runs runs={block.source} isSource />
      </details>
      {mayEdit && block.before ? (
        <form method="post" action={urls.studioEdit(course.courseKey, 'restore')}>
          <input type="hidden" name="version" value={before.versionId} />
          <input type="hidden" name="block" value={block.blockId} />
          <Button look="quiet" isSmall data-control="author.restore-block">
            {t('author.restoreBlock', { number: before.number })}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
