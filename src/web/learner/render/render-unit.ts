import type { Block } from '../../../domains/courses/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { UnitRendering } from '../blocks/block-renderer.ts';
import { choiceOf } from '../blocks/containers.ts';
import { rendererFor } from '../blocks/index.ts';
import { renderBroken } from '../blocks/unsupported.ts';
import type { Piece, RenderedUnit } from './rendered-unit.ts';
import { type RenderingPlace, startRendering } from './rendering.ts';

/** To be raised whenever the same source would be rendered differently: what was kept is then rendered anew. */
export const rendererVersion = '8';

export interface UnitSource extends RenderingPlace {
  /** A vertical; or any block that a page shows alone, such as a problem straight in a sequential. */
  readonly unit: Block;
  /** The contents of the unit and all below it, by hash. */
  readonly contents: ReadonlyMap<string, string>;
  /** Templates of `custom_tags/`, by name. */
  readonly customTags?: ReadonlyMap<string, string>;
}

/** Blocks nested deeper than this are no course. */
const most_depth = 20;

/** Renders a unit once for all its readers; see `RenderedUnit`. Nothing that an author wrote makes it throw. */
export async function renderUnit({ unit, contents, customTags, ...place }: UnitSource): Promise<RenderedUnit> {
  const rendering = startRendering(place, 'unit-content');
  let depth = 0;
  const unitRendering: UnitRendering = {
    ...rendering,
    contentOf: (block) => contents.get(block.contentHash ?? '') ?? '',
    customTag: (name) => customTags?.get(name) ?? null,
    async render(block) {
      if (depth >= most_depth) return [];
      depth++;
      const pieces = await renderBlock(block, unit, unitRendering);
      depth--;
      return pieces;
    },
  };
  const pieces = await unitRendering.render(unit);
  const segments = joined([
    `<div class="unit-content" lang="${escapeMarkup(place.version.language)}" dir="auto">`,
    ...pieces,
    '</div>',
  ]);
  return { segments, css: rendering.styles.css(), scripts: [...rendering.scripts] };
}

async function renderBlock(block: Block, unit: Block, rendering: UnitRendering): Promise<readonly Piece[]> {
  if (block !== unit && isForSome(block)) return [await choiceOf(block, [block], withoutCheck(block, rendering))];
  return renderWhole(block, rendering);
}

async function renderWhole(block: Block, rendering: UnitRendering): Promise<readonly Piece[]> {
  const render = block.error === null ? rendererFor(block.tag) : renderBroken;
  const pieces = await render(block, rendering);
  if (block.children.length > 0 || pieces.length === 0 || block.tag === 'vertical') return pieces;
  const kind = block.tag.replace(/[^\w-]/g, '-');
  return [`<div class="block block-${kind}" data-block="${block.id.replace(/[&"<>]/g, '-')}">`, ...pieces, '</div>'];
}

/** Kept from some readers by itself, and not by what it stands in. */
function isForSome({ settings, effective, parent }: Block): boolean {
  if (effective.visible_to_staff_only && !parent?.effective.visible_to_staff_only) return true;
  return (
    settings.group_access !== undefined && Object.values(effective.group_access).some((groups) => groups.length > 0)
  );
}

function withoutCheck(checked: Block, rendering: UnitRendering): UnitRendering {
  return {
    ...rendering,
    render: (block) => (block === checked ? renderWhole(block, rendering) : rendering.render(block)),
  };
}

/** Neighbouring strings made one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const segments: Piece[] = [];
  for (const piece of pieces) {
    const last = segments.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') segments[segments.length - 1] = last + piece;
    else segments.push(piece);
  }
  return segments;
}
