import { mayStandIn } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { GiveBackNotice } from '../parts/give-back-notice.tsx';
import { UndoNotice } from '../parts/undo-notice.tsx';
import { AddButton, PasteButton } from './add-buttons.tsx';
import type { OutlineView } from './outline-view.ts';
import { SectionRow, UnitRow } from './section-row.tsx';

export function OutlinePage({ view }: { readonly view: OutlineView }) {
  return (
    <StudioCourseFrame course={view.outline} here="outline">
      <OutlinePart view={view} />
    </StudioCourseFrame>
  );
}

/** The part of the page that edits change: it is swapped whole. */
export function OutlinePart({ view }: { readonly view: OutlineView }) {
  const { t } = useWords();
  const { outline, may, clipboard } = view;
  const { courseKey, root } = outline;
  const takes = clipboard !== null && mayStandIn(clipboard.tag, { tag: 'course', children: [] });
  return (
    <section class="studio-outline" id="studio-outline" data-outline="" data-course={courseKey}>
      {may.edit ? <Asks courseKey={courseKey} /> : null}
      <UndoNotice courseKey={courseKey} undo={view.undo} back="" />
      <GiveBackNotice courseKey={courseKey} giveBack={view.giveBack} />
      <OutlineHead view={view} />
      {root.children.length === 0 ? <EmptyState title={t('author.empty.title')} text={t('author.empty.text')} /> : null}
      <ol class="studio-sections" lang={outline.language} data-parent={root.id}>
        {root.children.map((child) =>
          child.tag === 'chapter' ? (
            <SectionRow key={child.id} section={child} view={view} />
          ) : (
            <UnitRow key={child.id} unit={child} view={view} />
          ),
        )}
      </ol>
      {may.edit ? (
        <p class="studio-adds">
          <AddButton parent={root.id} tag="chapter" />
          {takes ? <PasteButton parent={root.id} name={clipboard.displayName} /> : null}
        </p>
      ) : null}
    </section>
  );
}

/** The forms that the buttons of the whole outline send: one for each thing to do, however many buttons there are. */
function Asks({ courseKey }: { readonly courseKey: string }) {
  return (
    <>
      {(['add', 'move', 'paste'] as const).map((what) => (
        <form
          key={what}
          id={`ask-${what}`}
          method="post"
          action={urls.studioEdit(courseKey, what)}
          data-behaviour="swap-form"
        />
      ))}
    </>
  );
}

function OutlineHead({ view: { outline, may } }: { readonly view: OutlineView }) {
  const { t } = useWords();
  const { title, language, counts, root, courseKey } = outline;
  const waiting = counts.changed + counts.new;
  return (
    <header class="studio-head">
      <h1 lang={language} dir="auto">
        {title}
      </h1>
      <div class="studio-head-row">
        <p class="soft">
          {root.state === 'published'
            ? t('author.allPublished', { units: counts.published })
            : t('author.waiting', { waiting, units: counts.published + waiting })}
        </p>
        {may.publish && root.state !== 'published' ? (
          <form method="post" action={urls.studioEdit(courseKey, 'publish')} data-behaviour="swap-form">
            <input type="hidden" name="block" value={root.id} />
            <input type="hidden" name="hash" value={root.hash} />
            <Button isSmall data-control="author.publish-all">
              {t('author.publishAll')}
            </Button>
          </form>
        ) : null}
        {root.state !== 'published' ? (
          <a class="small" href={urls.studioCheck(courseKey)} data-control="author.check">
            {t('author.check.first')}
          </a>
        ) : null}
      </div>
    </header>
  );
}
