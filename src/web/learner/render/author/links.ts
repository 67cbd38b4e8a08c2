import { type CourseFile, type CourseVersion, findFile } from '../../../../domains/courses/index.ts';
import { urls } from '../../../urls.ts';

/** Where an author's address leads, and under which address of ours. */
export type Target =
  | { readonly type: 'file'; readonly file: CourseFile; readonly url: string }
  /** Within the site: a block, a page of the course. */
  | { readonly type: 'here'; readonly url: string }
  /** A place on the same page. */
  | { readonly type: 'place'; readonly id: string }
  | { readonly type: 'foreign'; readonly url: string; readonly host: string }
  | { readonly type: 'mail'; readonly url: string }
  /** A file that the course does not have. */
  | { readonly type: 'missing'; readonly name: string }
  /** Nothing that a page may lead to: a script, data, a scheme of some program. */
  | { readonly type: 'refused' };

/** The addresses of one course. */
export interface Links {
  resolve(address: string): Target;
}

/** A host that cannot exist, to tell addresses within the site from others. */
const ownOrigin = 'https://here.invalid';

export function linksOf(version: CourseVersion): Links {
  return { resolve: (address) => resolve(version, address) };
}

function resolve(version: CourseVersion, address: string): Target {
  // Browsers drop these characters before they look for the scheme.
  const written = address.replace(/\p{Cc}/gu, '').trim();
  if (written.startsWith('#')) return { type: 'place', id: decode(written.slice(1)) };
  if (!URL.canParse(written, ownOrigin)) return { type: 'refused' };
  const url = new URL(written, ownOrigin);
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return { type: 'mail', url: url.href };
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { type: 'refused' };
  const name = fileName(version, url);
  if (name !== null) return fileTarget(version, name, url.hash);
  if (url.origin !== ownOrigin) return { type: 'foreign', url: url.href, host: url.host };
  return { type: 'here', url: addressInCourse(version, url) };
}

/**
 * The file that an address means, in all of Open edX's spellings: `/static/NAME`, `/c4x/ORG/NUMBER/asset/NAME`,
 * `/asset-v1:ORG+NUMBER+RUN+type@asset+block@NAME`, the last two also below `/assets/courseware/` or at the host where
 * the course was written, when they name this course.
 */
function fileName(version: CourseVersion, url: URL): string | null {
  const path = decode(url.pathname);
  const here = url.origin === ownOrigin;
  if (here && path.startsWith('/static/')) return path.slice('/static/'.length);
  const old = /\/c4x\/([^/]+)\/([^/]+)\/asset\/(.+)$/.exec(path);
  if (old && (here || isOf(version, `${old[1]}+${old[2]}`))) return old[3]!;
  const newer = /\/asset-v1:(.+?)\+type@asset\+block[@/](.+)$/.exec(path);
  if (newer && (here || isOf(version, newer[1]!))) return newer[2]!;
  return null;
}

function isOf(version: CourseVersion, key: string): boolean {
  const own = version.courseKey.replace(/^course-v1:/, '').toLowerCase();
  return own === key.toLowerCase() || own.startsWith(`${key.toLowerCase()}+`);
}

function fileTarget(version: CourseVersion, name: string, hash: string): Target {
  const file = findFile(version.files, name);
  if (!file) return { type: 'missing', name };
  const url = file.locked ? urls.lockedFile(version.courseKey, file.name) : urls.asset(file.hash, file.name);
  return { type: 'file', file, url: url + hash };
}

/** `/jump_to_id/NAME`, `/jump_to/KEY`, `/course/…` and `/courses/KEY/…`, as Open edX resolves them. */
function addressInCourse(version: CourseVersion, url: URL): string {
  const key = version.courseKey;
  const path = decode(url.pathname);
  const jump = /\/jump_to(?:_id)?\/(.+?)\/?$/.exec(path);
  if (jump) return urls.jumpTo(key, jump[1]!.replace(/^.*[@/]/, '')) + url.hash;
  const within =
    /^\/courses?\/(?:course-v1:[^/]+\/|[^/]+\/[^/]+\/[^/]+\/(?=courseware|info|about|progress|discussion|pdfbook|wiki))?(.*)$/.exec(
      path,
    );
  const [page = '', first = '', second = ''] = (within?.[1] ?? '').split('/');
  if (page === 'courseware' && first) return urls.jumpTo(key, /^\d*$/.test(second) ? first : second) + url.hash;
  if (page === 'info') return urls.courseUpdates(key);
  if (page === 'about') return urls.course(key);
  const slug = page === 'pages' ? first : page;
  const tab = version.info.tabs.find((candidate) => candidate.html !== null && candidate.slug === slug);
  return tab ? urls.courseTab(key, tab.slug) : urls.outline(key);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
