import { partTemplates } from './part-templates.ts';

/** A kind of part that authors add to a unit. */
export interface PartKind {
  /** Names it for authors; the tag, where a tag has one kind only. */
  readonly key: string;
  readonly tag: string;
  readonly group: 'text' | 'problem' | 'video' | 'talk' | 'ask' | 'elsewhere' | 'more';
  /** What a new one holds: HTML of a text, XML of any other. Without it, it begins empty. */
  readonly template?: string;
}

function part(group: PartKind['group'], key: string, tag = key): PartKind {
  const template = partTemplates[key];
  return { key, tag, group, ...(template !== undefined && { template }) };
}

/** All kinds of parts, in the order in which they are offered. */
export const partKinds: readonly PartKind[] = [
  part('text', 'html'),
  part('text', 'files', 'html'),
  part('text', 'program', 'html'),
  part('problem', 'problem'),
  part('problem', 'drag-and-drop-v2'),
  part('problem', 'openassessment'),
  part('video', 'video'),
  part('talk', 'discussion'),
  part('ask', 'poll'),
  part('ask', 'survey'),
  part('ask', 'word_cloud'),
  part('elsewhere', 'lti_consumer'),
  part('elsewhere', 'google-document'),
  part('elsewhere', 'google-calendar'),
  part('more', 'library_content'),
  part('more', 'done'),
  part('more', 'conditional'),
  part('more', 'split_test'),
];
