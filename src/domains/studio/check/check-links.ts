import { walk, type XmlElement } from '../../../kernel/xml/index.ts';
import { type Block, type CourseVersion, findFile } from '../../courses/index.ts';
import type { Say } from './remark.ts';

const addresses = ['src', 'href', 'poster', 'data'] as const;

/** Why an address leads nowhere. */
export type LinkFault = 'file-missing' | 'block-missing';

/** Says of an address in a block, or in a text of the course, whether the file or block of the course that it means is there. */
export type JudgeLink = (address: string, block: Block) => LinkFault | null;

export function linkJudge(version: CourseVersion): JudgeLink {
  const names = new Set([...version.blocks.values()].map(({ name }) => name));
  return (address, block) => {
    // A variable of the problem, or a template of Open edX.
    if (/[${}]|%7B/i.test(address)) return null;
    if (isOfCourse(block, address) && !findFile(version.files, address)) return 'file-missing';
    const [, target] = /\/jump_to(?:_id)?\/([^?#]+?)\/?(?:[?#].*)?$/.exec(address) ?? [];
    return target && isHere(version, address) && !names.has(nameIn(target)) ? 'block-missing' : null;
  };
}

/** The addresses that a text holds, each once. */
export function addressesIn(root: XmlElement): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { attributes } of walk(root)) {
    for (const field of addresses) if (attributes[field]) named.add(attributes[field].trim());
  }
  return named;
}

/** Links to files and blocks of the course, and whether there are such. */
export function linkChecker(version: CourseVersion): (block: Block, root: XmlElement, say: Say) => void {
  const judge = linkJudge(version);
  return (block, root, say) => {
    for (const address of [...addressesIn(root), ...videoFiles(block)]) {
      const fault = judge(address, block);
      if (fault) say(fault, address);
    }
  };
}

/** Courses whose files lie at another place (`static_asset_path`) were never whole. */
function isOfCourse({ effective }: Block, address: string): boolean {
  return /^\/static\/./.test(address) && effective.static_asset_path === '';
}

/** Without a course's key in it, or with this one's. */
function isHere({ courseKey }: CourseVersion, address: string): boolean {
  if (/^[a-z]+:|^\/\//i.test(address)) return false;
  const [, key] = /\/courses\/([^/]+)\//.exec(address) ?? [];
  return key === undefined || decoded(key) === courseKey;
}

function nameIn(target: string): string {
  return decoded(target).replace(/^.*[@/]/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The addresses in the settings of a video. */
export function videoFiles({ tag, settings }: Block): string[] {
  const written = tag === 'video' ? settings.html5_sources : null;
  return (Array.isArray(written) ? written : []).filter((one): one is string => typeof one === 'string');
}
