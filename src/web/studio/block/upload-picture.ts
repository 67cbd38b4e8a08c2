import { buffer } from 'node:stream/consumers';
import { recordAssets, redrawPicture } from '../../../domains/assets/index.ts';
import { addFiles, keepAutosave } from '../../../domains/studio/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { wantsPart } from '../../learner/parts/swap.ts';
import { readUpload } from '../../request/read-upload.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import type { CoursePlace } from '../studio-site.ts';
import type { EditorView } from './editor-view.ts';

const largest_bytes = 12_000_000;
const most_px = 2_000;

/**
 * Takes a picture into the course, drawn anew. To a script it answers with the picture's address; else it puts the picture
 * behind the text that is being written.
 */
export async function uploadPicture(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  view: EditorView,
): Promise<Response> {
  const { words } = c.var;
  const { t } = words;
  let bytes: Buffer | null = null;
  const upload = await readUpload(c, largest_bytes, async (file) => {
    bytes = await buffer(file);
  });
  if (upload.type === 'refused') return refuse(c, t(`author.picture.${upload.because}`));
  const alt = (upload.fields.get('alt') ?? '').trim().slice(0, 1000);
  if (alt === '') return refuse(c, t('author.picture.no-alt'));
  const drawn = await redrawPicture(bytes ?? Buffer.alloc(0), most_px, { keep: ['image/jpeg'] });
  if (drawn.type === 'refused') return refuse(c, t(`author.picture.${drawn.because}`));
  const stored = await powers.files.put(drawn.bytes);
  const name = nameFor(upload.fileName, drawn.mediaType);
  const edit = {
    courseKey: place.course.key,
    author: place.reader.personId,
    message: t('author.did.addedFile', { name }),
  };
  const added = await powers.database.write('provide', async (w) => {
    await recordAssets(w, [{ ...stored, mediaType: drawn.mediaType }]);
    return addFiles(w, powers.versions, edit, [{ name, file: { ...stored, media_type: drawn.mediaType } }]);
  });
  if (added.type === 'refused') return refuse(c, refusalWords(added, words));
  const src = `/static/${added.names[0]}`;
  if (wantsPart(c)) return c.json({ src, alt });
  const text = `${view.text}\n<p><img src="${escapeMarkup(src)}" alt="${escapeMarkup(alt)}"></p>\n`;
  const at = { personId: place.reader.personId, courseKey: place.course.key, blockId: view.block.id };
  await powers.database.write('provide', (w) => keepAutosave(w, at, { edition: view.edition, kind: 'html', text }));
  return c.redirect(urls.studioBlock(place.course.key, view.block.id), 303);
}

/** A name that stands in an address as it is. */
function nameFor(fileName: string, mediaType: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return `${stem || 'picture'}.${mediaType === 'image/jpeg' ? 'jpg' : 'png'}`;
}

function refuse(c: SiteContext, text: string): Response {
  return respondWithNews(c, { title: c.var.words.t('author.notDone'), text }, 409);
}
