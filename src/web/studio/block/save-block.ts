import { type Broken, dropAutosave, keepAutosave, setContent } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { takeFromLibrary } from '../libraries/selection-routes.tsx';
import { blockPlace } from '../parts/block-place.ts';
import { refusalWords } from '../parts/edit-words.ts';
import type { CoursePlace } from '../studio-site.ts';
import { type EditorView, type OpenBlock, openEditor, sourceKindOf } from './editor-view.ts';
import { findFormFaults } from './form/form-faults.ts';
import { kindFormOf, writeKindForm } from './form/kind-form.ts';
import { respondWithEditor } from './respond-editor.tsx';
import { keepCaptions, readVideoForm, videoFormOf } from './video-captions.ts';
import { findVideoFaults, type VideoForm, writeVideo } from './video-form.ts';

/** Saves what was written, keeps it for a look, or throws it away: whatever button was pressed. */
export async function saveWritten(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  open: OpenBlock,
  form: URLSearchParams,
): Promise<Response> {
  const { view } = open;
  const { block, course, unit } = view;
  const at = writerOf(place, view);
  if (form.get('action') === 'drop') {
    await powers.database.write('provide', (w) => dropAutosave(w, at));
    return c.redirect(urls.studioBlock(course.courseKey, block.id), 303);
  }
  const errors = faultsOf(c, open, form);
  if (Object.keys(errors).length > 0) return respondWithEditor(c, powers, open, { errors, sent: form });
  if (form.get('action') === 'preview') {
    const isKept = await keepWritten(powers, place, open, form);
    if (!isKept)
      return respondWithEditor(c, powers, open, { errors: { text: c.var.words.t('author.refused.too-long') } });
    return c.redirect(`${urls.studioBlock(course.courseKey, block.id, view.kind)}#studio-preview`, 303);
  }
  const result = await store(c, powers, place, open, form);
  switch (result.type) {
    case 'edited':
      await powers.database.write('provide', (w) => dropAutosave(w, at));
      if (isOtherLibrary(open, form)) await takeFromLibrary(powers, place, block.id, c.var.words.t('library.took'));
      return c.redirect(`${urls.studioUnit(course.courseKey, unit.id)}#${blockPlace(block.id)}`, 303);
    case 'moved-on': {
      await keepWritten(powers, place, open, form);
      const newest = (await openEditor(powers, place, block.id, view.kind)) ?? open;
      const { edition } = newest.found;
      return respondWithEditor(
        c,
        powers,
        { ...newest, view: { ...newest.view, edition } },
        { theirs: result.theirs, sent: form },
      );
    }
    case 'broken':
    case 'refused': {
      await keepWritten(powers, place, open, form);
      const text = result.type === 'refused' ? refusalWords(result, c.var.words) : brokenWords(c, result);
      const again = (await openEditor(powers, place, block.id, view.kind)) ?? open;
      return respondWithEditor(c, powers, again, { errors: { text }, sent: form });
    }
  }
}

/** Keeps what is written, so that it survives a closed tab. Says no when it is too long. */
export async function keepWritten(
  powers: Powers,
  place: CoursePlace,
  open: OpenBlock,
  form: URLSearchParams,
): Promise<boolean> {
  const { view } = open;
  const written = {
    edition: form.get('edition') ?? view.edition,
    kind: sourceKindOf(view.kind),
    text: textOf(powers, view, form),
  };
  const kept = await powers.database.write('provide', (w) => keepAutosave(w, writerOf(place, view), written));
  return kept.type === 'kept';
}

async function store(c: SiteContext, powers: Powers, place: CoursePlace, open: OpenBlock, form: URLSearchParams) {
  const { view } = open;
  const isTouched = view.kind === 'video' && (await isOtherVideo(powers, open, readVideoForm(form)));
  const video = isTouched ? await keepCaptions(powers, readVideoForm(form), open) : null;
  const content = {
    blockId: view.block.id,
    edition: form.get('edition') ?? '',
    kind: sourceKindOf(view.kind),
    text: video ? writeVideo(view.text, video.form) : view.kind === 'video' ? view.text : textOf(powers, view, form),
    files: video?.files ?? {},
    ...(view.kind === 'html' || view.kind === 'markdown' ? { displayName: nameOf(form) } : {}),
  };
  const message = c.var.words.t('author.did.wrote', { title: nameOf(form) || view.block.title });
  const edit = { courseKey: place.course.key, author: place.reader.personId, message };
  return powers.database.write('provide', (w) => setContent(w, powers.versions, edit, content));
}

/** Whether the form for a video says anything else than the video does. */
async function isOtherVideo(powers: Powers, { view, found }: OpenBlock, sent: VideoForm): Promise<boolean> {
  const shown = await videoFormOf(powers, view, found);
  const fields = Object.keys(shown).filter((field) => field !== 'captionsFile') as (keyof VideoForm)[];
  return fields.some((field) => shown[field].trim() !== sent[field].trim());
}

/** A selection out of another library, or of other problems, is filled at once. */
function isOtherLibrary({ view, found }: OpenBlock, form: URLSearchParams): boolean {
  const { source_library_id = '', capa_type = 'any' } = found.block.attributes;
  const isForm = view.kind === 'form' && view.block.tag === 'library_content';
  return isForm && (form.get('source_library_id') !== source_library_id || form.get('capa_type') !== capa_type);
}

function writerOf(place: CoursePlace, { block }: EditorView) {
  return { personId: place.reader.personId, courseKey: place.course.key, blockId: block.id };
}

function textOf({ database }: Powers, view: EditorView, form: URLSearchParams): string {
  if (view.kind === 'form') return writeKindForm(view, form, database.read('provide').now().getTime());
  if (view.kind === 'video') return writeVideo(view.text, readVideoForm(form));
  return form.get('text') ?? '';
}

function nameOf(form: URLSearchParams): string {
  return (form.get('name') ?? '').trim().slice(0, 300).toWellFormed();
}

/** What is wrong before anything is stored, by fields. */
function faultsOf(c: SiteContext, { view }: OpenBlock, form: URLSearchParams): FieldErrors {
  const { t } = c.var.words;
  const [sent, stored] = [kindFormOf(view, form), kindFormOf(view)];
  if (sent && stored) {
    const faults = findFormFaults(sent.fields, sent.values, stored.values, sent.known);
    return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, t(key)]));
  }
  if (view.kind !== 'video') return {};
  return Object.fromEntries(
    findVideoFaults(readVideoForm(form)).map((field) => [field, t(`author.video.fault.${field}`)]),
  );
}

function brokenWords(c: SiteContext, { line, why }: Broken): string {
  const { t } = c.var.words;
  return line > 0 ? t('author.brokenLine', { line, why }) : t('author.brokenText', { why });
}
