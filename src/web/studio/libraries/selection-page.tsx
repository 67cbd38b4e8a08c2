import type { BlockDifference, SelectionState } from '../../../domains/studio/index.ts';
import type { DiffRun } from '../../../kernel/compare-texts.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { type FramedCourse, StudioCourseFrame } from '../parts/course-frame.tsx';
import { Runs } from '../parts/differences.tsx';
import { kindName } from '../parts/kind-name.ts';

/** What became of one block, as readers see it. */
export interface SelectionChange extends BlockDifference {
  readonly text: readonly DiffRun[];
}

interface SelectionView {
  readonly course: FramedCourse;
  readonly block: { readonly id: string; readonly title: string };
  readonly state: SelectionState;
  /** The first of the differences. */
  readonly shown: readonly SelectionChange[];
}

/** What taking a library's newest version would change. */
export function SelectionPage({ view: { course, block, state, shown } }: { readonly view: SelectionView }) {
  const words = useWords();
  const { t } = words;
  const unit = urls.studioUnit(course.courseKey, block.id);
  return (
    <StudioCourseFrame
      course={course}
      here="unit"
      steps={[{ label: block.title, href: unit }, { label: t('library.whatChanges') }]}
    >
      <div class="column stack">
        <h1>{t('library.changes', { title: block.title })}</h1>
        <p class="lead">
          {t('library.changesText', { library: state.title ?? state.libraryKey, count: state.differences.length })}
        </p>
        <ul class="selection-changes">
          {shown.map((change) => (
            <li key={change.blockId}>
              <h2 dir="auto">{change.displayName || kindName(words, change.tag)}</h2>
              <p class="small soft">{t(`author.change.${change.type}`, { kind: kindName(words, change.tag) })}</p>
              <Runs runs={change.text} />
            </li>
          ))}
        </ul>
        {state.differences.length > shown.length ? (
          <p class="soft">{t('library.more', { count: state.differences.length - shown.length })}</p>
        ) : null}
        <form method="post" action={urls.studioBlockAction(course.courseKey, block.id, 'library')} class="form-actions">
          <Button data-control="library.take">{t('library.take')}</Button>
          <a href={unit} data-control="author.cancel">
            {t('author.cancel')}
          </a>
        </form>
      </div>
    </StudioCourseFrame>
  );
}

interface StateProps {
  readonly course: FramedCourse;
  readonly blockId: string;
  readonly state: SelectionState;
}

/** In a unit: how much of a selection each learner gets, and whether its library has anything new. */
export function SelectionLine({ course, blockId, state: { drawn, all, title, differences } }: StateProps) {
  const { t } = useWords();
  return (
    <p class="studio-block-line">
      {title === null ? t('library.missing') : t('library.draws', { drawn, all, library: title })}
      {differences.length > 0 ? (
        <a href={urls.studioBlockAction(course.courseKey, blockId, 'library')} data-control="library.changes">
          {t('library.changed', { library: title ?? '' })}
        </a>
      ) : null}
    </p>
  );
}

/** On the page of a random selection: where its blocks come from, and whether there is anything new. */
export function SelectionNotice({ course, blockId, state }: StateProps) {
  const { t } = useWords();
  const { libraryKey, title, differences } = state;
  if (libraryKey === '' || title === null) {
    return (
      <Notice tone="warn" title={t(libraryKey === '' ? 'library.unchosen' : 'library.missing')}>
        <p>{libraryKey === '' ? t('library.unchosenText') : t('library.missingText', { library: libraryKey })}</p>
      </Notice>
    );
  }
  if (differences.length === 0) return <p class="soft">{t('library.same', { library: title })}</p>;
  return (
    <Notice tone="note" title={t('library.changed', { library: title })}>
      <ButtonLink
        href={urls.studioBlockAction(course.courseKey, blockId, 'library')}
        look="quiet"
        isSmall
        data-control="library.changes"
      >
        {t('library.seeChanges', { count: differences.length })}
      </ButtonLink>
    </Notice>
  );
}
