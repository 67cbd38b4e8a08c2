import { isElement, type XmlElement, type XmlNode } from '../../kernel/xml/index.ts';
import type { StoredBlock } from './stored-block.ts';

/** Tags whose elements are blocks. */
const containers = new Set([
  'abtest',
  'chapter',
  'conditional',
  'course',
  'itembank',
  'library',
  'library_content',
  'problemset',
  'randomize',
  'section',
  'sequential',
  'split_test',
  'vertical',
  'videosequence',
  'wrapper',
]);

/** Tags whose content is their own, whatever it looks like. */
const leaves = new Set([
  'annotatable',
  'customtag',
  'discussion',
  'done',
  'drag-and-drop-v2',
  'edx_sga',
  'html',
  'image_annotation',
  'imageannotation',
  'library_sourced',
  'lti',
  'lti_consumer',
  'openassessment',
  'poll',
  'poll_question',
  'problem',
  'survey',
  'textannotation',
  'video',
  'videoalpha',
  'videoannotation',
  'word_cloud',
]);

/** Elements inside a block with children that are no blocks: they belong to the block itself. */
const belongings = new Set(['wiki', 'textbook', 'show', 'meta', 'grader']);

/** Kinds that Open edX reads only where they stand in their parent's element: a file of their own would be left unread. */
const inlineKinds = new Set([
  'done',
  'drag-and-drop-v2',
  'edx_sga',
  'google-calendar',
  'google-document',
  'lti_consumer',
  'openassessment',
  'poll',
  'survey',
]);

/** How a new block of the kind is written down, and the attribute that Open edX gives those that stand in their parent. */
export function newForm(tag: string): Pick<StoredBlock, 'attributes' | 'source'> {
  if (!inlineKinds.has(tag)) return { attributes: {}, source: {} };
  return { attributes: { 'xblock-family': 'xblock.v1' }, source: { inline: true } };
}

/** Whether blocks of the kind hold blocks. */
export function isContainer(tag: string): boolean {
  return containers.has(tag);
}

/** Whether mooc knows what to do with the tag; what it does not know it keeps whole. */
export function isKnownTag(tag: string): boolean {
  return containers.has(tag) || leaves.has(tag);
}

/** A tag that nobody knows holds blocks when one of its elements is named as only blocks are. */
export function hasBlocks(element: XmlElement, tag: string): boolean {
  if (containers.has(tag)) return true;
  if (leaves.has(tag)) return false;
  return element.children.some((child) => isBlock(child) && child.attributes.url_name !== undefined);
}

/** Whether what stands among a block's children is one: belongings such as `<wiki>` and namespaced fields are not. */
export function isBlock(node: XmlNode): node is XmlElement {
  return isElement(node) && !belongings.has(node.name) && !node.name.includes(':');
}
