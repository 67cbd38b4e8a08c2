import type { TranscriptFile } from '../../../../domains/courses/index.ts';
import { urls } from '../../../urls.ts';
import type { SafeNode } from '../../render/author/safe-node.ts';
import type { UnitRendering } from '../block-renderer.ts';
import { el } from '../markup.ts';
import { type Cue, readCaptions } from './captions.ts';

export interface Transcript {
  readonly language: string;
  /** The language's name in the reader's words. */
  readonly label: string;
  readonly captionsUrl: string;
  readonly cues: readonly Cue[];
}

const mostCaptions_bytes = 2_000_000;

/** Reads the transcripts; those that hold nothing readable are left out. */
export async function readTranscripts(
  files: readonly TranscriptFile[],
  { files: courseFiles, words }: Pick<UnitRendering, 'files' | 'words'>,
): Promise<readonly Transcript[]> {
  const names = new Intl.DisplayNames([words.language], { type: 'language' });
  const transcripts: Transcript[] = [];
  for (const { language, file } of files) {
    const bytes = await courseFiles.read(file.hash, mostCaptions_bytes);
    const cues = bytes ? readCaptions(new TextDecoder().decode(bytes)) : [];
    const label = names.of(language) ?? language;
    if (cues.length > 0) transcripts.push({ language, label, captionsUrl: urls.captions(file.hash), cues });
  }
  return transcripts;
}

/** The words in paragraphs, each line a link to its moment: to be read without a script, and followed with one. */
export function transcriptNode(
  transcript: Transcript,
  isOnly: boolean,
  videoId: string,
  { words }: UnitRendering,
): SafeNode {
  const { language, label, cues } = transcript;
  const title = isOnly ? words.t('video.transcript') : words.t('video.transcriptIn', { language: label });
  const paragraphs = inParagraphs(cues).map((some) =>
    el(
      'p',
      {},
      some.flatMap((cue) => cueNodes(cue, videoId)),
    ),
  );
  return el(
    'details',
    { class: 'transcript' },
    el('summary', { 'data-control': 'video.transcript' }, title),
    el(
      'div',
      { class: 'transcript-text', lang: language, tabindex: '0', role: 'group', 'aria-label': title },
      paragraphs,
    ),
  );
}

function cueNodes(cue: Cue, videoId: string): readonly SafeNode[] {
  const attributes = {
    class: 'cue',
    href: `#${videoId}`,
    'data-start': String(cue.start),
    'data-control': 'video.cue',
  };
  return [el('a', attributes, cue.text), { type: 'text', text: ' ' }];
}

const paragraph_chars = 420;
const pause_seconds = 4;

/** A new paragraph at a pause, and at the end of a sentence once there is enough. */
function inParagraphs(cues: readonly Cue[]): readonly (readonly Cue[])[] {
  const paragraphs: Cue[][] = [];
  let length = Number.POSITIVE_INFINITY;
  let before: Cue | null = null;
  for (const cue of cues) {
    const isSentenceOver = before !== null && /[.?!…。"”)]$/.test(before.text);
    const isPause = before !== null && cue.start - before.end > pause_seconds;
    if (!before || isPause || (isSentenceOver && length > paragraph_chars)) {
      paragraphs.push([]);
      length = 0;
    }
    paragraphs.at(-1)!.push(cue);
    length += cue.text.length;
    before = cue;
  }
  return paragraphs;
}
