import { type Block, previewBlock } from '../../../domains/courses/index.ts';
import {
  type Broken,
  type EditableBlock,
  findAutosave,
  findBlock,
  readText,
  type SourceKind,
  sourceOf,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { openDraft } from '../parts/open-draft.ts';
import type { PreviewedBlock } from '../preview/previewer.ts';
import type { CoursePlace } from '../studio-site.ts';
import { readWriters } from '../unit/unit-view.ts';
import type { FormKnowledge } from './form/form-field.ts';
import { formOf } from './form/kind-forms.ts';
import { readKnowledge } from './form/read-knowledge.ts';

/** How a block is edited: as a text of some kind, by the form for videos, or by the form of its kind. */
export type EditorKind = SourceKind | 'video' | 'form';

/** A block in its editor. */
export interface EditorView {
  readonly course: FramedCourse;
  readonly block: { readonly id: string; readonly tag: string; readonly title: string };
  /** The block whose page shows this one. */
  readonly unit: { readonly id: string; readonly title: string };
  readonly kind: EditorKind;
  /** The ways in which this block can be edited. */
  readonly kinds: readonly EditorKind[];
  readonly text: string;
  /** The edition that the text was begun on: saving asks for it. */
  readonly edition: string;
  /** The author's own name for it. */
  readonly name: string;
  /** When the text was written, where it is not what is stored. */
  readonly writtenAt: Date | null;
  readonly writers: readonly string[];
  /** What is wrong with the text; null when it can be read. */
  readonly broken: Broken | null;
  /** What a form offers to choose from. */
  readonly known: FormKnowledge;
  /** What is to be shown as learners see it; null when it can't be read. */
  readonly previewed: PreviewedBlock | null;
}

/** A block of a draft with all that its editor needs. */
export interface OpenBlock {
  readonly found: EditableBlock;
  readonly view: EditorView;
}

/** Opens a block in its editor: with what its author has written and not saved, else with what is stored. */
export async function openEditor(
  powers: Powers,
  place: CoursePlace,
  blockId: string,
  asked: string | undefined,
): Promise<OpenBlock | null> {
  const r = powers.database.read('provide');
  const { version, draft, published } = await openDraft(powers, place);
  const block = version.blocks.get(blockId);
  const found = block?.parent ? await findBlock(r, draft, blockId) : null;
  if (!block?.parent || !found) return null;
  const kinds = kindsOf(found);
  const autosave = await findAutosave(r, { personId: place.reader.personId, courseKey: place.course.key, blockId });
  const wished = kinds.find((kind) => kind === asked) ?? null;
  const kind = wished ?? kinds.find((one) => one === autosave?.kind && one !== 'xml') ?? kinds[0]!;
  const sourceKind = sourceKindOf(kind);
  const written = autosave?.kind === sourceKind ? autosave : null;
  const stored = sourceOf(found.block, found.texts, sourceKind) ?? '';
  const kept = readText(found.block, found.texts, sourceKind, written?.text ?? stored);
  // A form can't show what is no XML; its editor has it still.
  const isLost = kept.type === 'broken' && (kind === 'form' || kind === 'video');
  const text = isLost ? stored : (written?.text ?? stored);
  const read = isLost ? readText(found.block, found.texts, sourceKind, stored) : kept;
  return {
    found,
    view: {
      course: {
        courseKey: version.courseKey,
        title: version.title,
        language: version.language,
        isPublished: published !== null,
      },
      block: { id: block.id, tag: block.tag, title: block.displayName },
      unit: pageOf(block),
      kind,
      kinds,
      text,
      edition: written?.edition ?? found.edition,
      name: typeof block.settings.display_name === 'string' ? block.settings.display_name : '',
      writtenAt: written?.writtenAt ?? null,
      writers: (await readWriters(powers, place)).get(blockId) ?? [],
      broken: read.type === 'broken' ? read : null,
      known: kind === 'form' ? await readKnowledge(powers, place, version) : { libraries: [], passports: [] },
      previewed:
        read.type === 'broken' || structural.test(block.tag)
          ? null
          : {
              version,
              block: previewBlock(read.block, block.parent),
              texts: new Map([...read.contents].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('utf8')])),
              source: 'written',
            },
    },
  };
}

const structural = /^(?:course|chapter|sequential)$/;

/** The text that stands behind an editor: forms write XML. */
export function sourceKindOf(kind: EditorKind): SourceKind {
  return kind === 'video' || kind === 'form' ? 'xml' : kind;
}

function kindsOf({ block, texts }: EditableBlock): readonly EditorKind[] {
  if (block.error !== null && block.tag !== 'html') return ['xml'];
  if (block.tag === 'html') return ['html'];
  if (block.tag === 'video') return ['video', 'xml'];
  if (formOf(block.tag)) return ['form', 'xml'];
  if (block.tag !== 'problem') return ['xml'];
  return sourceOf(block, texts, 'markdown') === null ? ['xml'] : ['markdown', 'xml'];
}

/** The page on which the block stands: its unit's, or that of whatever holds it. */
function pageOf(block: Block): { readonly id: string; readonly title: string } {
  const page = block.parent && !structural.test(block.parent.tag) ? block.parent : block;
  return { id: page.id, title: page.displayName };
}
