import { childElements, type XmlElement } from '../../kernel/xml/index.ts';
import type { Block, CourseFile, CourseVersion, SettingValue } from './course.ts';
import { findFile } from './course-files.ts';

/** The text of what a video says, in one language. */
export interface TranscriptFile {
  /** BCP 47 */
  readonly language: string;
  readonly file: CourseFile;
}

/** The transcripts that there are, one a language: named ones, and those that Open edX finds by the video's id. */
export function transcriptFiles(block: Block, source: XmlElement, version: CourseVersion): readonly TranscriptFile[] {
  const found = new Map<string, CourseFile>();
  const add = (language: string, ...names: readonly string[]) => {
    const file = names.map((name) => (name ? findFile(version.files, name) : null)).find(Boolean);
    if (file && /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(language) && !found.has(language)) found.set(language, file);
  };
  for (const { name, attributes } of childElements(source)) {
    if (name === 'transcript') add(attributes.language ?? '', attributes.src ?? '');
  }
  for (const [language, name] of Object.entries(namesIn(block.settings.transcripts ?? null))) {
    if (typeof name === 'string') add(language, name);
  }
  const ids = [text(block, 'sub'), text(block, 'youtube_id_1_0'), text(block, 'edx_video_id')];
  const english = ids.filter(Boolean).flatMap((id) => [`subs_${id}.srt.sjson`, `${id}-en.srt`, `subs_${id}.srt`]);
  add('en', ...english, text(block, 'track').replace(/^\/static\//, ''));
  return [...found].map(([language, file]) => ({ language, file }));
}

function text({ settings }: Block, name: string): string {
  const value = settings[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A list of names by language, whether it was decoded already or is still text. */
function namesIn(value: SettingValue): Readonly<Record<string, unknown>> {
  if (typeof value !== 'string') return value !== null && typeof value === 'object' ? { ...value } : {};
  try {
    const read = JSON.parse(value) as SettingValue;
    return typeof read === 'string' ? {} : namesIn(read);
  } catch {
    return {};
  }
}
