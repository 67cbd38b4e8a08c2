import type { Words } from '../../i18n.ts';

/** The kinds of blocks, and of parts to add, that have a name of their own for authors. */
const namedKinds = [
  'course',
  'chapter',
  'sequential',
  'vertical',
  'html',
  'problem',
  'video',
  'discussion',
  'poll',
  'survey',
  'word_cloud',
  'openassessment',
  'drag-and-drop-v2',
  'lti_consumer',
  'library_content',
  'itembank',
  'split_test',
  'conditional',
  'done',
  'google-document',
  'google-calendar',
  'files',
  'program',
] as const;

type NamedKind = (typeof namedKinds)[number];

/** What authors call a block of the kind; its tag where there is no name for it. */
export function kindName({ t }: Pick<Words, 't'>, tag: string): string {
  return namedKinds.includes(tag as NamedKind) ? t(`author.kind.${tag as NamedKind}`) : tag;
}

/** Kinds that learners find and can't use here yet: what is asked stands there to be read. */
const unusedKinds = new Set(['conditional', 'discussion', 'lti', 'lti_consumer', 'edx_sga', 'openassessment']);

export function isUnused(tag: string): boolean {
  return unusedKinds.has(tag);
}
