import type { Words } from '../../i18n.ts';

/** The kinds of blocks that have a name of their own for authors. */
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
] as const;

type NamedKind = (typeof namedKinds)[number];

/** What authors call a block of the kind; its tag where there is no name for it. */
export function kindName({ t }: Pick<Words, 't'>, tag: string): string {
  return namedKinds.includes(tag as NamedKind) ? t(`author.kind.${tag as NamedKind}`) : tag;
}
