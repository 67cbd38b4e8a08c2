import { isElement, parseXml, writeXml, type XmlElement, XmlError } from '../../kernel/xml/index.ts';

const largest_bytes = 2_000_000;
/** What runs, what holds pages, and what changes an address while it is looked at. */
const active = new Set([
  ...['animate', 'animatemotion', 'animatetransform', 'audio', 'canvas', 'discard', 'embed', 'feimage'],
  ...['foreignobject', 'handler', 'iframe', 'image', 'listener', 'object', 'script', 'set', 'video'],
]);

/** An SVG without anything that runs or that is loaded from elsewhere; null when it is none that can be read. */
export function cleanDrawing(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length > largest_bytes) return null;
  try {
    const root = parseXml(new TextDecoder().decode(bytes));
    if (localName(root.name) !== 'svg') return null;
    clean(root);
    return Buffer.from(`${writeXml(root)}\n`);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

function clean(element: XmlElement): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    const isAddress = /^(?:href|src)$/.test(localName(name));
    const isInside = value.trim().startsWith('#');
    if (/^on/i.test(localName(name)) || (isAddress && !isInside) || loads(value)) delete element.attributes[name];
  }
  element.children = element.children.filter((child) => {
    if (child.type === 'instruction') return false;
    if (!isElement(child)) return true;
    if (active.has(localName(child.name))) return false;
    if (localName(child.name) === 'style' && loads(writeXml(child))) return false;
    clean(child);
    return true;
  });
}

/** Whether a style asks for anything but a part of the drawing itself. A backslash hides letters from whoever looks. */
function loads(style: string): boolean {
  return /@import|\\|url\(\s*["']?(?!#)|javascript:/i.test(style.replace(/&quot;|&#39;/g, '"'));
}

function localName(name: string): string {
  return name.replace(/^.*:/, '').toLowerCase();
}
