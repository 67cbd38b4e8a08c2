import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound } from '../../layout/message-page.tsx';
import { renderPart } from '../../learner/parts/render-part.tsx';
import { respondWithPart } from '../../learner/parts/swap.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { createPreviewer, type Preview } from '../preview/previewer.ts';
import type { CoursePlace } from '../studio-site.ts';
import { EditorPage } from './editor-page.tsx';
import { type EditorKind, type EditorView, type OpenBlock, openEditor } from './editor-view.ts';
import { kindFormOf } from './form/kind-form.ts';
import { PreviewPart } from './preview-part.tsx';
import { readVideoForm, videoFormOf } from './video-captions.ts';

interface Sent {
  readonly errors?: FieldErrors;
  /** What somebody else wrote meanwhile. */
  readonly theirs?: string;
  /** What the form holds, when it comes back. */
  readonly sent?: URLSearchParams;
}

/** Answers with the editor's page; with errors it is a 422. */
export async function respondWithEditor(
  c: SiteContext,
  powers: Powers,
  { view, found }: OpenBlock,
  { errors = {}, theirs, sent }: Sent = {},
): Promise<Response> {
  const preview = await previewOf(powers, c, view);
  const isVideo = view.kind === 'video';
  const video = isVideo ? (sent ? readVideoForm(sent) : await videoFormOf(powers, view, found)) : undefined;
  const form = kindFormOf(view, sent) ?? undefined;
  const title = c.var.words.t('author.editing', { title: view.block.title });
  return respondWithFilledPage(c, {
    title,
    errors,
    scripts: [...new Set(['swap-form', 'studio-editor', ...helperOf(view.kind), ...(preview?.scripts ?? [])])],
    children: <EditorPage view={view} preview={preview} errors={errors} theirs={theirs} video={video} form={form} />,
  });
}

/** Answers with what learners would see of a block as it is written now. */
export async function respondWithPreview(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  { block, kind }: Pick<EditorView, 'block' | 'kind'>,
  seed = 1,
): Promise<Response> {
  const open = await openEditor(powers, place, block.id, kind);
  if (!open) return respondNotFound(c);
  const preview = await previewOf(powers, c, open.view, seed);
  const part = <PreviewPart view={open.view} preview={preview} seed={seed} />;
  return respondWithPart(c, renderPart(c.var.words, part), c.var.words.t('author.autosave.kept'));
}

async function previewOf(powers: Powers, c: SiteContext, view: EditorView, seed = 1): Promise<Preview | null> {
  return view.previewed && createPreviewer(powers).show(view.previewed, c.var.words, seed);
}

/** The behaviour that makes an editor of that kind nicer. */
function helperOf(kind: EditorKind): readonly string[] {
  const helpers = { html: ['rich-text'], xml: ['source-editor'], form: ['form-rows'], markdown: [], video: [] };
  return helpers[kind];
}
