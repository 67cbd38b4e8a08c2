import type { ComponentChildren } from 'preact';
import { mayStandIn, type OutlineBlock } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { blockPlace } from '../parts/block-place.ts';
import { MoveButton } from '../parts/move-button.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { AddButton, PasteButton } from './add-buttons.tsx';
import { BlockFacts } from './block-facts.tsx';
import { BlockMenu } from './block-menu.tsx';
import type { OutlineView } from './outline-view.ts';

/** More units than this, and only the section that is worked on stands open. */
const most_open = 150;

export function SectionRow({ section, view }: { readonly section: OutlineBlock; readonly view: OutlineView }) {
  const { t } = useWords();
  const { at, may } = view;
  const units = section.children.reduce((sum, { children }) => sum + children.length, 0);
  const counts = view.outline.counts;
  const isSmall = counts.published + counts.changed + counts.new <= most_open;
  const isHere = section.id === at || section.children.some((child) => holds(child, at));
  const isFirst = at === null && view.outline.root.children[0] === section;
  return (
    <li class="studio-section" id={blockPlace(section.id)} data-block={section.id}>
      <Line block={section} view={view}>
        <h2 class="studio-title" dir="auto">
          {section.title}
        </h2>
      </Line>
      <details open={isSmall || isHere || isFirst}>
        <summary>{t('author.holds', { subsections: section.children.length, units })}</summary>
        <ol class="studio-subsections" data-parent={section.id}>
          {section.children.map((subsection) => (
            <SubsectionRow key={subsection.id} subsection={subsection} view={view} />
          ))}
        </ol>
        {may.edit ? (
          <p class="studio-adds">
            <AddButton parent={section.id} tag="sequential" />
            <Paste parent={section} view={view} />
          </p>
        ) : null}
      </details>
    </li>
  );
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

function UnitRow({ unit, view }: { readonly unit: OutlineBlock; readonly view: OutlineView }) {
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
              <svg viewBox="0 0 20 20" class="icon" aria-hidden="true">
                <path
                  d="M5 10h.01M10 10h.01M15 10h.01"
                  fill="none"
                  stroke="currentColor"
                  stroke-width="2.4"
                  stroke-linecap="round"
                />
              </svg>
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
