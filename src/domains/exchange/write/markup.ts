import { element, parseXml, writeXml } from '../../../kernel/xml/index.ts';
import type { StoredBlock } from '../../courses/index.ts';
import { nameOf } from '../olx/block-names.ts';

type Attributes = Readonly<Record<string, string>>;

const first = ['url_name', 'slug', 'org', 'course', 'library', 'display_name'];

/** An element around markup that stands as it is. Names come first, the other attributes by name. */
export function wrapElement(name: string, attributes: Attributes, inner: string): string {
  const names = Object.keys(attributes).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const empty = writeXml(element(name, Object.fromEntries(names.map((n) => [n, attributes[n]!]))));
  return inner === '' ? empty : `${empty.slice(0, -2)}>${inner}</${name}>`;
}

/** The attributes with what names the block: left unsaid when that still gives the same name. */
export function withName(block: StoredBlock, attributes: Attributes, inner: string): Attributes {
  const { name, source, tag } = block;
  if (source.named_by === 'slug') return { ...attributes, slug: name };
  if (source.named_by !== undefined) {
    const found = nameOf(parseXml(wrapElement(tag, attributes, inner)));
    if (found.name === name && found.by === source.named_by) return attributes;
  }
  return { ...attributes, url_name: name };
}

function rank(attribute: string): number {
  const place = first.indexOf(attribute);
  return place < 0 ? first.length : place;
}
