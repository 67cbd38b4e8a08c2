import type { ComponentChildren } from 'preact';
import { mayStandIn, type OutlineBlock } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { blockPlace } from '../parts/block-place.ts';
import { MoreSign } from '../parts/more-sign.tsx';
import { MoveButton } from '../parts/move-button.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { AddButton, PasteButton } from './add-buttons.tsx';
import { BlockFacts } from './block-facts.tsx';
import { BlockMenu } from './block-menu.tsx';
import type { OutlineView } from './outline-view.ts';

/** More units than this make a page that is slow to load. */
const most_open = 150;

export function SectionRow({ section, view }: { readonly section: OutlineBlock; readonly view: OutlineView }) {
  const { t } = useWords();
  const { may, outline } = view;
  const units = section.children.reduce((sum, { children }) => sum + children.length, 0);
  const said = t('author.holds', { subsections: section.children.length, units });
  const place = blockPlace(section.id);
  const address = `${urls.studioOutline(outline.courseKey)}?near=${encodeURIComponent(section.id)}#${place}`;
  return (
    <li class="studio-section" id={place} data-block={section.id}>
      <Line block={section} view={view}>
        <h2 class="studio-title" dir="auto">
          {section.title}
        </h2>
      </Line>
      {isOpen(section, view) ? (
        <details open>
          <summary>{said}</summary>
          <ol class="studio-subsections" data-parent={section.id}>
            {section.children.map((child) =>
              child.tag === 'sequential' ? (
                <SubsectionRow key={child.id} subsection={child} view={view} />
              ) : (
                <UnitRow key={child.id} unit={child} view={view} />
              ),
            )}
          </ol>
          {may.edit ? (
            <p class="studio-adds">
              <AddButton parent={section.id} tag="sequential" />
              <Paste parent={section} view={view} />
            </p>
          ) : null}
        </details>
      ) : (
        <p class="small">
          <a href={address} data-control="author.unfold">
            {t('author.unfold', { holds: said })}
          </a>
        </p>
      )}
    </li>
  );
}

/** Of a large course only the section that is worked on is there; the others wait for a click. */
function isOpen(section: OutlineBlock, { outline, at, near }: OutlineView): boolean {
  const { counts, root } = outline;
  if (counts.published + counts.changed + counts.new <= most_open) return true;
  if (at === null && near === null) return root.children[0] === section;
  return section.id === near || holds(section, at);
}

function SubsectionRow({ subsection, view }: { readonly subsection: OutlineBlock; readonly view: OutlineView }) {
  const { may } = view;
  return (
    <li class="studio-subsection" id={blockPlace(subsection.id)} data-block={subsection.id}>
      <Line block={subsection} view={view}>
        <h3 class="studio-title" dir="auto">
          {subsection.title}
        </h3>
      </Line>
      <ol class="studio-units" data-parent={subsection.id}>
        {subsection.children.map((unit) => (
          <UnitRow key={unit.id} unit={unit} view={view} />
        ))}
      </ol>
      {may.edit ? (
        <p class="studio-adds">
          <AddButton parent={subsection.id} tag="vertical" />
          <Paste parent={subsection} view={view} />
        </p>
      ) : null}
    </li>
  );
}

/** A unit, or what stands where one would: in old courses a problem or a unit straight in a section. */
export function UnitRow({ unit, view }: { readonly unit: OutlineBlock; readonly view: OutlineView }) {
  return (
    <li class="studio-unit-row" id={blockPlace(unit.id)} data-block={unit.id}>
      <Line block={unit} view={view}>
        <a
          class="studio-title"
          href={urls.studioUnit(view.outline.courseKey, unit.id)}
          dir="auto"
          data-control="author.unit"
        >
          {unit.title}
        </a>
      </Line>
    </li>
  );
}

/** One line of the outline: what it is called, how it stands, what can be done. */
function Line({
  block,
  view,
  children,
}: {
  readonly block: OutlineBlock;
  readonly view: OutlineView;
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  const { may, at, outline } = view;
  const isOpen = block.id === at;
  const address = `${urls.studioOutline(outline.courseKey, isOpen ? undefined : block.id)}#${blockPlace(block.id)}`;
  return (
    <>
      <div class="studio-line">
        {children}
        <BlockFacts block={block} />
        <StateTag state={block.state} />
        {may.edit ? (
          <span class="studio-tools">
            <MoveButton block={block} direction="up" />
            <MoveButton block={block} direction="down" />
            <a class="studio-tool" href={address} aria-expanded={isOpen} data-control="author.menu">
              <MoreSign />
              <span class="only-heard">{t('author.menu', { title: block.title })}</span>
            </a>
          </span>
        ) : null}
      </div>
      {isOpen && may.edit ? <BlockMenu block={block} view={view} /> : null}
    </>
  );
}

function Paste({ parent, view: { clipboard } }: { readonly parent: OutlineBlock; readonly view: OutlineView }) {
  if (!clipboard || !mayStandIn(clipboard.tag, parent)) return null;
  return <PasteButton parent={parent.id} name={clipboard.displayName} />;
}

function holds(block: OutlineBlock, id: string | null): boolean {
  return block.id === id || block.children.some((child) => holds(child, id));
}
