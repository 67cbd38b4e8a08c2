import { element, isElement, parseXml, writeXml, type XmlElement, XmlError } from '../../../kernel/xml/index.ts';
import { isYouTubeId, youTubeIdOf } from '../../learner/render/youtube.ts';

/** What the form for a video holds. */
export interface VideoForm {
  readonly name: string;
  /** An address at YouTube, or the id alone; empty for none. */
  readonly youTube: string;
  /** Addresses of the film's files, a line each: of the course (`/static/…`) or from elsewhere. */
  readonly sources: string;
  /** BCP 47 */
  readonly captionsLanguage: string;
  /** SRT or WebVTT; empty for none. */
  readonly captions: string;
  /** The file that the captions stand in; empty for none. */
  readonly captionsFile: string;
}

/** The fields of the form, out of a video's XML. The captions' text lies in their file. */
export function readVideo(xml: string): Omit<VideoForm, 'captions'> {
  const video = parseVideo(xml);
  const { attributes } = video;
  const pair = (attributes.youtube ?? '').split(',').find((one) => /^\s*1(?:\.0+)?:/.test(one));
  const id = attributes.youtube_id_1_0 ?? pair?.split(':')[1]?.trim() ?? '';
  const named = video.children.filter(isElement).filter(({ name }) => name === 'source' || name === 'encoded_video');
  const listed = readJson(attributes.html5_sources);
  const sources = new Set([
    ...(Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string') : []),
    ...named.map(({ attributes: { src, url } }) => src ?? url ?? ''),
  ]);
  const [language = '', file = ''] = transcriptOf(video) ?? [];
  return {
    name: attributes.display_name ?? '',
    youTube: id,
    sources: [...sources].filter((address) => address.trim() !== '').join('\n'),
    captionsLanguage: language,
    captionsFile: file,
  };
}

/** The video's XML with what the form says; all that the form does not know stays. */
export function writeVideo(xml: string, form: VideoForm): string {
  const video = parseVideo(xml);
  const {
    display_name: _,
    youtube: _a,
    youtube_id_1_0: _b,
    html5_sources: _c,
    transcripts,
    ...kept
  } = video.attributes;
  const id = youTubeIdIn(form.youTube);
  const sources = linesOf(form.sources);
  const attributes: Record<string, string> = { ...(form.name && { display_name: form.name }), ...kept };
  if (id) Object.assign(attributes, { youtube: `1.00:${id}`, youtube_id_1_0: id });
  if (sources.length > 0) attributes.html5_sources = JSON.stringify(sources);
  const others = readJson(transcripts);
  const names: Record<string, unknown> = others !== null && typeof others === 'object' ? { ...others } : {};
  if (form.captionsFile) names[form.captionsLanguage] = form.captionsFile;
  else delete names[form.captionsLanguage];
  if (Object.keys(names).length > 0) attributes.transcripts = JSON.stringify(names);
  const children = video.children.filter((child) => {
    if (!isElement(child)) return true;
    if (child.name === 'source' || child.name === 'encoded_video') return false;
    return child.name !== 'transcript' || child.attributes.language !== form.captionsLanguage;
  });
  for (const src of sources) children.push(element('source', { src }));
  if (form.captionsFile) {
    children.push(element('transcript', { language: form.captionsLanguage, src: form.captionsFile }));
  }
  return writeXml({ ...video, attributes, children });
}

/** What is wrong with a form, by its fields; empty when nothing is. */
export function findVideoFaults(form: VideoForm): readonly ('youTube' | 'sources' | 'captionsLanguage')[] {
  const faults: ('youTube' | 'sources' | 'captionsLanguage')[] = [];
  if (form.youTube.trim() !== '' && !youTubeIdIn(form.youTube)) faults.push('youTube');
  if (linesOf(form.sources).some((address) => !/^(?:https?:\/\/|\/static\/)\S+$/.test(address))) faults.push('sources');
  if (form.captions.trim() !== '' && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(form.captionsLanguage)) {
    faults.push('captionsLanguage');
  }
  return faults;
}

function youTubeIdIn(written: string): string | null {
  const text = written.trim();
  return isYouTubeId(text) ? text : youTubeIdOf(/^https?:/.test(text) ? text : `https://${text}`);
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 20);
}

function transcriptOf(video: XmlElement): readonly [language: string, file: string] | null {
  const listed = readJson(video.attributes.transcripts);
  const entries = Object.entries(listed !== null && typeof listed === 'object' ? listed : {});
  const first = entries.find((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (first) return first;
  const child = video.children.filter(isElement).find(({ name }) => name === 'transcript');
  return child ? [child.attributes.language ?? '', child.attributes.src ?? ''] : null;
}

function parseVideo(xml: string): XmlElement {
  try {
    return parseXml(xml);
  } catch (error) {
    if (error instanceof XmlError) return element('video');
    throw error;
  }
}

function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
