import { readStart, recordAssets } from '../../../domains/assets/index.ts';
import { findFile, inFolder, type ManifestFile } from '../../../domains/courses/index.ts';
import type { EditableBlock } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { EditorView, OpenBlock } from './editor-view.ts';
import { readVideo, type VideoForm } from './video-form.ts';

const most_bytes = 400_000;

/** What the form for a video sent. */
export function readVideoForm(sent: URLSearchParams): VideoForm {
  const field = (name: string) => (sent.get(name) ?? '').replace(/\r\n?/g, '\n').slice(0, most_bytes);
  return {
    name: field('name').trim().slice(0, 300),
    youTube: field('youTube').trim(),
    sources: field('sources'),
    captionsLanguage: field('captionsLanguage').trim(),
    captions: field('captions'),
    captionsFile: field('captionsFile'),
  };
}

/** The form for a video as it stands, with the text of its captions out of their file. */
export async function videoFormOf(
  { files }: Powers,
  { text, course, previewed }: EditorView,
  { block }: EditableBlock,
): Promise<VideoForm> {
  const form = readVideo(text);
  const file = previewed && form.captionsFile ? findFile(previewed.version.files, form.captionsFile) : null;
  const bytes = file ? await readStart(files, file.hash, most_bytes) : null;
  const captions = bytes ? new TextDecoder().decode(bytes) : '';
  const name = form.name || block.attributes.display_name || '';
  return { ...form, name, captions, captionsLanguage: form.captionsLanguage || course.language };
}

/** Keeps the captions as a file of the course, named after the video, and says in the form where they stand. */
export async function keepCaptions(
  { database, files }: Powers,
  form: VideoForm,
  { found, view }: OpenBlock,
): Promise<{ readonly form: VideoForm; readonly files: Readonly<Record<string, ManifestFile>> }> {
  if (form.captions.trim() === '' || !view.previewed) return { form: { ...form, captionsFile: '' }, files: {} };
  const isVtt = form.captions.startsWith('WEBVTT');
  const name = `${found.block.name.replace(/[^\w.-]/g, '_')}-${form.captionsLanguage}.${isVtt ? 'vtt' : 'srt'}`;
  const stored = await files.put(Buffer.from(form.captions));
  const mediaType = isVtt ? 'text/vtt' : 'application/x-subrip';
  await database.write('provide', (w) => recordAssets(w, [{ ...stored, mediaType }]));
  return {
    form: { ...form, captionsFile: name },
    files: { [inFolder(found.manifest, `static/${name}`)]: { ...stored, media_type: mediaType } },
  };
}
