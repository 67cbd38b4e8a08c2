import type { ComponentChildren } from 'preact';
import type { ControlId } from '../../controls.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { SelectionLine } from '../libraries/selection-page.tsx';
import { blockPlace } from '../parts/block-place.ts';
import { kindName } from '../parts/kind-name.ts';
import { MoreSign } from '../parts/more-sign.tsx';
import { MoveButton } from '../parts/move-button.tsx';
import type { BlockView, UnitView } from './unit-view.ts';

/** One part of a unit, as learners see it, with its buttons above. */
export function BlockCard({
  block,
  view,
  mayMove,
}: {
  readonly block: BlockView;
  readonly view: UnitView;
  readonly mayMove: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const { course, may } = view;
  const kind = kindName(words, block.tag);
  return (
    <li class="studio-block" id={blockPlace(block.id)} data-block={block.id}>
      <div class="studio-block-bar">
        <p class="studio-block-kind">
          {kind}
          {block.title === kind ? null : <span dir="auto"> {block.title}</span>}
          {block.writers.map((name) => (
            <span key={name} class="badge badge-staff">
              {t('author.writing', { name })}
            </span>
          ))}
        </p>
        {may.edit ? (
          <div class="studio-block-tools">
            <ButtonLink
              href={urls.studioBlock(course.courseKey, block.id)}
              look="quiet"
              isSmall
              data-control="author.edit"
            >
              {t('author.edit')}
              <span class="only-heard"> {block.title}</span>
            </ButtonLink>
            {block.isContainer ? (
              <ButtonLink
                href={urls.studioUnit(course.courseKey, block.id)}
                look="quiet"
                isSmall
                data-control="author.open"
              >
                {t('author.open')}
                <span class="only-heard"> {block.title}</span>
              </ButtonLink>
            ) : null}
            {mayMove ? <MoveButton block={block} direction="up" /> : null}
            {mayMove ? <MoveButton block={block} direction="down" /> : null}
            {mayMove ? <More block={block} view={view} /> : null}
          </div>
        ) : null}
      </div>
      {block.selection ? <SelectionLine course={course} blockId={block.id} state={block.selection} /> : null}
      <div class="studio-block-preview" dangerouslySetInnerHTML={{ __html: block.preview.html }} />
    </li>
  );
}

function More({ block, view }: { readonly block: BlockView; readonly view: UnitView }) {
  const { t } = useWords();
  return (
    <details class="studio-block-more">
      <summary aria-label={t('author.menu', { title: block.title })} class="studio-tool">
        <MoreSign />
      </summary>
      <div class="studio-menu-row">
        <Ask block={block} view={view} what="copy" control="author.copy">
          {t('author.copy')}
        </Ask>
        <Ask block={block} view={view} what="cut" control="author.cut">
          {t('author.cut')}
        </Ask>
        <ButtonLink
          href={urls.studioBlockAction(view.course.courseKey, block.id, 'settings')}
          look="quiet"
          isSmall
          data-control="author.settings"
        >
          {t('author.settings')}
        </ButtonLink>
        <Ask block={block} view={view} what="delete" control="author.delete" look="danger">
          {t('author.delete')}
        </Ask>
      </div>
    </details>
  );
}

function Ask({
  block,
  view: { course, unit },
  what,
  control,
  look = 'quiet',
  children,
}: {
  readonly block: BlockView;
  readonly view: UnitView;
  readonly what: string;
  readonly control: ControlId;
  readonly look?: 'quiet' | 'danger';
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={urls.studioEdit(course.courseKey, what)} data-behaviour="swap-form">
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="hash" value={block.hash} />
      <input type="hidden" name="back" value={unit.id} />
      <Button look={look} isSmall data-control={control}>
        {children}
      </Button>
    </form>
  );
}
