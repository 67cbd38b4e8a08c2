import type { Block, CourseFile, CourseVersion } from '../../../domains/courses/index.ts';
import { defaultSettings } from '../../../domains/courses/index.ts';
import { wordsFor } from '../../i18n.ts';
import type { RenderingPlace } from './rendering.ts';

/** A block with what tests do not care about filled in. */
function aBlock(tag: string, overrides: Partial<Block> = {}): Block {
  return {
    id: `${tag}@one`,
    tag,
    name: 'one',
    displayName: 'One',
    settings: {},
    error: null,
    contentHash: null,
    parent: null,
    children: [],
    effective: defaultSettings,
    ...overrides,
  };
}

/** A course of nothing but files: name -> bytes. Their hashes are made up of their names. */
export function aVersion(
  files: Readonly<Record<string, string>> = {},
  overrides: Partial<CourseVersion> = {},
): CourseVersion {
  const root = aBlock('course');
  const entries = Object.entries(files).map(([name, bytes]): [string, CourseFile] => [
    name,
    { name, hash: hashOf(name), mediaType: typeOf(name), size_bytes: bytes.length, locked: false },
  ]);
  return {
    versionId: 'v1',
    courseKey: 'course-v1:LakeU+Water+2026',
    number: 1,
    parentId: null,
    title: 'Water',
    language: 'en',
    root,
    blocks: new Map([[root.id, root]]),
    files: new Map(entries),
    info: {
      about: {},
      updates: [],
      handouts: null,
      tabs: [{ type: 'static_tab', name: 'Books', slug: 'books', html: '<p>Books</p>', isHidden: false }],
      textbooks: [],
      image: null,
      start: null,
      end: null,
      enrollment_start: null,
      enrollment_end: null,
      invitation_only: false,
      max_student_enrollments_allowed: null,
      pre_requisite_courses: [],
    },
    ...overrides,
  };
}

export function hashOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
}

function typeOf(name: string): string {
  if (name.endsWith('.png')) return 'image/png';
  if (name.endsWith('.html')) return 'text/html';
  if (name.endsWith('.mp4')) return 'video/mp4';
  return name.endsWith('.pdf') ? 'application/pdf' : 'text/plain';
}

/** Where tests render: that course, its files, English. What is kept lies under a made-up hash. */
export function aPlace(files: Readonly<Record<string, string>> = {}): RenderingPlace {
  const byHash = new Map(Object.entries(files).map(([name, bytes]) => [hashOf(name), Buffer.from(bytes, 'latin1')]));
  return {
    version: aVersion(files),
    words: wordsFor('en'),
    files: {
      read: async (hash, limit_bytes) => byHash.get(hash)?.subarray(0, limit_bytes) ?? null,
      keep: async () => 'e'.repeat(64),
    },
  };
}
