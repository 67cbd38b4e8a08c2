import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../../../kernel/database/index.ts';
import { element } from '../../../kernel/xml/index.ts';
import { type Block, type CourseVersion, findFile, transcriptFiles } from '../../courses/index.ts';
import { readMarkup } from '../check/markup.ts';
import { contentsOf } from '../contents-of.ts';
import { namedFiles } from './named-files.ts';

/** A place in a course: a block, or one of the texts of the course as a whole. */
export interface CoursePlace {
  readonly type: 'block' | 'about' | 'update' | 'handouts' | 'page' | 'textbook' | 'picture';
  /** The block's id, else what tells texts of the kind apart. */
  readonly id: string;
  readonly tag: string;
  readonly title: string;
}

/** Places by the names of the files that they name, each in the order of the course. */
export type FileUses = ReadonlyMap<string, readonly CoursePlace[]>;

const most_places = 500;
const known = new WeakMap<CourseVersion, Promise<FileUses>>();

/** Where each file of a version is named: all texts are read once, for all files. */
export function findFileUses(r: Reading<'provide'>, version: CourseVersion): Promise<FileUses> {
  const before = known.get(version);
  if (before) return before;
  const uses = gatherUses(r, version);
  known.set(version, uses);
  uses.catch(() => known.delete(version));
  return uses;
}

async function gatherUses(r: Reading<'provide'>, version: CourseVersion): Promise<FileUses> {
  const uses = new Map<string, CoursePlace[]>();
  const note = (place: CoursePlace, names: Iterable<string>) => {
    for (const name of names) {
      const places = uses.get(name) ?? [];
      if (places.length < most_places) places.push(place);
      uses.set(name, places);
    }
  };
  const blocks = [...version.blocks.values()];
  const texts = await contentsOf(r, blocks);
  for (const [at, block] of blocks.entries()) {
    // Others are served meanwhile.
    if (at % 100 === 99) await setImmediate();
    note(placeOf(block), filesOfBlock(version, block, texts.get(block.contentHash ?? '') ?? ''));
  }
  for (const { place, text } of courseTexts(version)) note(place, namedFiles(version.files, text));
  for (const { title, chapters } of version.info.textbooks) {
    const found = chapters.map(({ url }) => findFile(version.files, url)?.name).filter((name) => name !== undefined);
    note({ type: 'textbook', id: title, tag: '', title }, new Set(found));
  }
  const { image } = version.info;
  if (image) note({ type: 'picture', id: '', tag: '', title: version.title }, [image.name]);
  return uses;
}

/** The names of the files that a block names, in its content or its settings. */
export function filesOfBlock(version: CourseVersion, block: Block, content: string): ReadonlySet<string> {
  const names = new Set(namedFiles(version.files, `${content}\n${JSON.stringify(block.settings)}`));
  if (block.tag === 'video') {
    const markup = readMarkup(block.tag, content) ?? element('video');
    for (const { file } of transcriptFiles(block, markup, version)) names.add(file.name);
  }
  return names;
}

/** A block as a place. */
export function placeOf({ id, tag, displayName }: Block): CoursePlace {
  return { type: 'block', id, tag, title: displayName };
}

/** The texts of the course as a whole, each HTML. */
export function courseTexts({
  info,
}: CourseVersion): readonly { readonly place: CoursePlace; readonly text: string }[] {
  const place = (type: CoursePlace['type'], id: string, title: string) => ({ type, id, tag: '', title });
  return [
    ...Object.entries(info.about).map(([name, text]) => ({ place: place('about', name, name), text })),
    ...info.updates.map(({ id, date, html }) => ({ place: place('update', id, date), text: html })),
    ...(info.handouts ? [{ place: place('handouts', '', ''), text: info.handouts }] : []),
    ...info.tabs.flatMap(({ slug, name, html }) =>
      html === null ? [] : [{ place: place('page', slug, name), text: html }],
    ),
  ];
}
