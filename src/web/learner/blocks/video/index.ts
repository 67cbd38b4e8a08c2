import { type Block, transcriptFiles } from '../../../../domains/courses/index.ts';
import { urls } from '../../../urls.ts';
import type { SafeNode } from '../../render/author/safe-node.ts';
import type { Piece } from '../../render/rendered-unit.ts';
import type { BlockRenderer, UnitRendering } from '../block-renderer.ts';
import { sourceElement } from '../block-source.ts';
import { el, write } from '../markup.ts';
import { leaves, titleOf } from '../named.ts';
import { handoutUrl, type VideoSources, videoSources } from './sources.ts';
import { readTranscripts, type Transcript, transcriptNode } from './transcript.ts';

/** A character that no markup of ours holds, where the reader's position goes. */
const positionMark = '\u0001';

/** A video: the course's own plays in its place, one from elsewhere after a click, and its words can be read in any case. */
export const renderVideo: BlockRenderer = async (block, unit) => {
  const source = sourceElement(block, unit);
  const sources = videoSources(block, source, unit.links);
  const transcripts = await readTranscripts(transcriptFiles(block, source, unit.version), unit);
  const id = `video-${block.name}`.replace(/[^\w-]/g, '-');
  const texts = transcripts.map((transcript) => transcriptNode(transcript, transcripts.length === 1, id, unit));
  unit.scripts.add('video');
  const node = el(
    'section',
    {
      class: 'video',
      id,
      'aria-label': unit.words.t('video.player', { title: block.displayName }),
      'data-video': '',
      'data-course': unit.version.courseKey,
      'data-block': block.id,
      'data-position': positionMark,
      'data-position-url': urls.videoPosition(unit.version.courseKey, block.id),
      'data-speed-label': unit.words.t('video.speed'),
    },
    { type: 'markup', html: titleOf(block) },
    el('div', { class: 'video-frame' }, player(block, sources, transcripts, unit)),
    ...texts,
    extras(sources, transcripts, handoutUrl(block, source, unit.links), unit),
  );
  return withPosition(write(node), block);
};

function withPosition(html: string, block: Block): readonly Piece[] {
  const [before, after] = html.split(positionMark);
  return after === undefined ? [html] : [before!, { type: 'video-position', blockId: block.id }, after];
}

function player(
  block: Block,
  sources: VideoSources,
  transcripts: readonly Transcript[],
  unit: UnitRendering,
): SafeNode {
  const { t } = unit.words;
  if (sources.own.length > 0) return ownVideo(sources, transcripts);
  unit.scripts.add('click-to-load');
  const load = { class: 'click-to-load', 'data-load-frame': block.displayName };
  if (sources.youTubeId) {
    const href = urls.youTubeFrame(sources.youTubeId);
    return el('a', { ...load, href, 'data-control': 'video.youtube' }, t('video.youTube'));
  }
  const [foreign] = sources.foreign;
  if (!foreign) return el('p', { class: 'block-note' }, t('video.noSource'));
  const href = urls.videoFrame(unit.version.courseKey, block.id);
  return el('a', { ...load, href, 'data-control': 'video.foreign' }, t('video.foreign', { host: foreign.host }));
}

function ownVideo({ own }: VideoSources, transcripts: readonly Transcript[]): SafeNode {
  const attributes = {
    controls: '',
    preload: 'metadata',
    playsinline: '',
  };
  const files = own.map(({ url, mediaType }) => el('source', { src: url, type: mediaType }));
  return el('video', attributes, files, trackNodes(transcripts));
}

/** The captions for a `<video>`; the first language is ready to be switched on. */
function trackNodes(transcripts: readonly Transcript[]): readonly SafeNode[] {
  return transcripts.map(({ language, label, captionsUrl }) =>
    el('track', { kind: 'captions', srclang: language, label, src: captionsUrl }),
  );
}

function extras(
  sources: VideoSources,
  transcripts: readonly Transcript[],
  handout: string | null,
  unit: UnitRendering,
): SafeNode | null {
  const { t } = unit.words;
  const links: SafeNode[] = [];
  const [own] = sources.own;
  const [foreign] = sources.foreign;
  if (own) links.push(el('a', { href: own.url, download: '', 'data-control': 'video.download' }, t('video.download')));
  else if (foreign) {
    const away = { href: foreign.url, rel: 'noopener noreferrer', 'data-control': 'video.download' };
    links.push(el('a', { ...away, class: 'leaves-site' }, t('video.download'), leaves(unit)));
  }
  const [first] = transcripts;
  if (first) {
    links.push(
      el(
        'a',
        { href: first.captionsUrl, download: '', 'data-control': 'video.transcript' },
        t('video.downloadTranscript'),
      ),
    );
  }
  if (handout) links.push(el('a', { href: handout, 'data-control': 'video.handout' }, t('video.handout')));
  return links.length === 0
    ? null
    : el(
        'ul',
        { class: 'video-extras', role: 'list' },
        links.map((link) => el('li', {}, link)),
      );
}
