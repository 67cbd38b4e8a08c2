import type { Block } from '../../../../domains/courses/index.ts';
import { childElements, type XmlElement } from '../../../../kernel/xml/index.ts';
import type { Links } from '../../render/author/links.ts';
import { isYouTubeId, youTubeIdOf } from '../../render/youtube.ts';
import { fieldOf, jsonSetting, listOf, textSetting } from '../block-source.ts';

/** Where a video can be had from, the best first. */
export interface VideoSources {
  readonly own: readonly { readonly url: string; readonly mediaType: string }[];
  readonly foreign: readonly { readonly url: string; readonly host: string }[];
  readonly youTubeId: string | null;
}

/** Out of the settings of today (`html5_sources`, `youtube_id_1_0`) and of 2012 (`youtube="1.0:ID"`, `<source>`). */
export function videoSources(block: Block, source: XmlElement, links: Links): VideoSources {
  const written = [
    ...listOf(jsonSetting(block, 'html5_sources')),
    ...childElements(source)
      .filter(({ name }) => name === 'source' || name === 'encoded_video')
      .map(({ attributes }) => attributes.src ?? attributes.url ?? ''),
    textSetting(block, 'source'),
  ].filter((address): address is string => typeof address === 'string' && address.trim() !== '');
  const own = new Map<string, { url: string; mediaType: string }>();
  const foreign = new Map<string, { url: string; host: string }>();
  for (const address of written) {
    const target = links.resolve(address);
    if (target.type === 'file') own.set(target.url, { url: target.url, mediaType: target.file.mediaType });
    else if (target.type === 'foreign' && !youTubeIdOf(address)) foreign.set(target.url, target);
  }
  return { own: [...own.values()], foreign: [...foreign.values()], youTubeId: youTubeId(block, written) };
}

function youTubeId(block: Block, addresses: readonly string[]): string | null {
  const pairs = textSetting(block, 'youtube')
    .split(',')
    .map((pair) => pair.trim().split(':'));
  const normal = pairs.find(([speed, id]) => Number(speed) === 1 && id)?.[1] ?? '';
  const id = textSetting(block, 'youtube_id_1_0') || normal || addresses.map(youTubeIdOf).find(Boolean) || '';
  return isYouTubeId(id.trim()) ? id.trim() : null;
}

/** The name of a file to go with the video, as an address of ours. */
export function handoutUrl(block: Block, source: XmlElement, links: Links): string | null {
  const child = childElements(source).find(({ name }) => name === 'handout')?.attributes.src;
  const asset = fieldOf(jsonSetting(block, 'handout'), 'src');
  const target = links.resolve(child ?? (typeof asset === 'string' ? asset : textSetting(block, 'handout')));
  return target.type === 'file' ? target.url : null;
}
