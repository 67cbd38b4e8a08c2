import type { ComponentChildren } from 'preact';
import { mayStandIn } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { SelectionNotice } from '../libraries/selection-page.tsx';
import { blockPlace } from '../parts/block-place.ts';
import { isLibrary, StudioCourseFrame } from '../parts/course-frame.tsx';
import { GiveBackNotice } from '../parts/give-back-notice.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { UndoNotice } from '../parts/undo-notice.tsx';
import { AddParts } from './add-parts.tsx';
import { BlockCard } from './block-card.tsx';
import type { UnitView } from './unit-view.ts';

export function UnitPage({ view }: { readonly view: UnitView }) {
  const { course, above, unit } = view;
  const steps = above.map(({ id, tag, title }) => ({
    label: title,
    href: /^(?:chapter|sequential)$/.test(tag)
      ? `${urls.studioOutline(course.courseKey)}#${blockPlace(id)}`
      : urls.studioUnit(course.courseKey, id),
  }));
  return (
    <StudioCourseFrame course={course} here="unit" steps={[...steps, { label: unit.title }]}>
      <UnitPart view={view} />
    </StudioCourseFrame>
  );
}

/** The part of the page that edits change: it is swapped whole. */
export function UnitPart({ view }: { readonly view: UnitView }) {
  const { t } = useWords();
  const { course, unit, blocks, may, clipboard } = view;
  const { courseKey, language } = course;
  const sheets = [...new Set(blocks.flatMap(({ preview }) => preview.styleHref ?? []))];
  const isOwnPart = blocks.length === 1 && blocks[0]!.id === unit.id;
  return (
    <section class="studio-unit" id="studio-unit">
      {sheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {may.edit ? <UnitAsks courseKey={courseKey} unitId={unit.id} /> : null}
      <UndoNotice courseKey={courseKey} undo={view.undo} back={unit.id} />
      <GiveBackNotice courseKey={courseKey} giveBack={view.giveBack} />
      <UnitHead view={view} />
      {view.selection ? <SelectionNotice course={course} blockId={unit.id} state={view.selection} /> : null}
      {blocks.length === 0 ? (
        <EmptyState title={t('author.emptyUnit.title')} text={t('author.emptyUnit.text')} />
      ) : null}
      <ol class="studio-blocks" lang={language} data-parent={unit.id}>
        {blocks.map((block) => (
          <BlockCard key={block.id} block={block} view={view} mayMove={!isOwnPart} />
        ))}
      </ol>
      {may.edit && !isOwnPart && !view.selection?.title ? (
        <AddParts
          unitId={unit.id}
          fromLibrary={isLibrary(course) ? null : urls.studioChoose(courseKey, unit.id)}
          paste={clipboard && mayStandIn(clipboard.tag, { tag: unit.tag, children: blocks }) ? clipboard : null}
        />
      ) : null}
    </section>
  );
}

/** One form for each thing to do, however many parts there are. */
function UnitAsks({ courseKey, unitId }: { readonly courseKey: string; readonly unitId: string }) {
  return (
    <>
      {(['add', 'move', 'paste'] as const).map((what) => (
        <form
          key={what}
          id={`ask-${what}`}
          method="post"
          action={urls.studioEdit(courseKey, what)}
          data-behaviour="swap-form"
        >
          <input type="hidden" name="back" value={unitId} />
        </form>
      ))}
    </>
  );
}

function UnitHead({ view }: { readonly view: UnitView }) {
  const { t } = useWords();
  const { course, unit, may, state } = view;
  const { courseKey, language } = course;
  return (
    <header class="studio-head">
      <h1 lang={language} dir="auto">
        {unit.title}
      </h1>
      <div class="studio-head-row">
        {isLibrary(course) ? null : <StateTag state={state} />}
        {view.isStaffOnly ? <span class="badge badge-staff">{t('author.fact.staffOnly')}</span> : null}
        {may.publish && state !== 'published' ? (
          <UnitAsk view={view} what="publish">
            <Button isSmall data-control="author.publish">
              {t('author.publish')}
            </Button>
          </UnitAsk>
        ) : null}
        {may.edit && state === 'changed' ? (
          <UnitAsk view={view} what="discard">
            <Button look="quiet" isSmall data-control="author.discard">
              {t('author.discard')}
            </Button>
          </UnitAsk>
        ) : null}
        {state !== 'new' && unit.tag === 'vertical' ? (
          <ButtonLink href={urls.unit(courseKey, unit.id)} look="quiet" isSmall data-control="author.view-live">
            {t('author.viewLive')}
          </ButtonLink>
        ) : null}
      </div>
      {may.edit ? <Rename view={view} /> : null}
    </header>
  );
}

function UnitAsk({
  view: { course, unit, hash },
  what,
  children,
}: {
  readonly view: UnitView;
  readonly what: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={urls.studioEdit(course.courseKey, what)} data-behaviour="swap-form">
      <input type="hidden" name="block" value={unit.id} />
      <input type="hidden" name="hash" value={hash} />
      <input type="hidden" name="back" value={unit.id} />
      {children}
    </form>
  );
}

function Rename({ view: { course, unit, edition } }: { readonly view: UnitView }) {
  const { t } = useWords();
  return (
    <details class="studio-more">
      <summary>{t('author.nameAndSettings')}</summary>
      <form
        class="studio-rename"
        method="post"
        action={urls.studioEdit(course.courseKey, 'rename')}
        data-behaviour="swap-form"
      >
        <input type="hidden" name="block" value={unit.id} />
        <input type="hidden" name="edition" value={edition} />
        <input type="hidden" name="back" value={unit.id} />
        <label for="studio-name">{t('author.name')}</label>
        <input class="input" id="studio-name" name="name" value={unit.title} maxLength={300} dir="auto" />
        <Button isSmall data-control="author.rename">
          {t('author.rename')}
        </Button>
      </form>
      <p>
        <a href={urls.studioBlockAction(course.courseKey, unit.id, 'settings')} data-control="author.settings">
          {t('author.settings')}
        </a>
      </p>
    </details>
  );
}
