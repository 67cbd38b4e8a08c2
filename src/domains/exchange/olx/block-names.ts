import { createHash } from 'node:crypto';
import { canonicalXml, type XmlElement } from '../../../kernel/xml/index.ts';
import type { SourceForm } from '../../courses/index.ts';

export interface BlockName {
  readonly name: string;
  readonly by: 'url_name' | NonNullable<SourceForm['named_by']>;
}

/** What a block is called, by Open edX's order of search (`make_name_unique` in its XML module store). */
export function nameOf(element: XmlElement): BlockName {
  const { url_name, slug, name, display_name } = element.attributes;
  if (url_name) return { name: url_name, by: 'url_name' };
  if (slug) return { name: slug, by: 'slug' };
  if (name) return { name: cleanName(name), by: 'name' };
  if (display_name) return { name: cleanName(display_name), by: 'display_name' };
  return { name: `${element.name}_${shortHash(element)}`, by: 'none' };
}

/** The name of a block whose own name another block has already. */
export function nameBesides(element: XmlElement, name: string): string {
  return `${element.name}_${name}_${shortHash(element)}`;
}

/** The attributes but for the one that does nothing but name. */
export function withoutName(element: XmlElement, by: BlockName['by']): Record<string, string> {
  const { ...attributes } = element.attributes;
  if (by === 'url_name' || by === 'slug') delete attributes[by];
  return attributes;
}

/** Where a block's own file lies: `problem/week1/one.xml` for `week1:one`. */
export function filePathOf(tag: string, name: string): string {
  return `${tag}/${name.replaceAll(':', '/')}.xml`;
}

/**
 * Whether the element only points to the block's file: no content, and no attribute but the name (and for a course its
 * org and number).
 */
export function isPointer(element: XmlElement, by: BlockName['by']): boolean {
  if (by !== 'url_name' && by !== 'slug') return false;
  if (!element.children.every((child) => child.type === 'text' && !child.text.trim())) return false;
  const others = Object.keys(element.attributes).filter((attribute) => attribute !== by);
  const wanted = element.name === 'course' ? ['course', 'org'] : [];
  return others.sort().join() === wanted.join();
}

function cleanName(text: string): string {
  return text.replace(/[^\p{L}\p{N}_.%-]/gu, '_').replace(/_+/g, '_');
}

function shortHash(element: XmlElement): string {
  return createHash('sha1').update(canonicalXml(element)).digest('hex').slice(0, 12);
}
