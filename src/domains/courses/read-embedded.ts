import { isElement, textContent, type XmlElement } from '../../kernel/xml/index.ts';
import type { SettingValue } from './course.ts';
import { decodeSetting } from './settings.ts';

/**
 * Settings that stand inside a block's element and not in its attributes: `<meta>` with JSON, fields as elements of
 * XBlock's namespace (`<option:format>none</option:format>`), and what a conditional shows.
 */
export function readEmbedded(element: XmlElement, tag: string): Readonly<Record<string, SettingValue>> {
  const settings: Record<string, SettingValue> = {};
  const shown: string[] = [];
  for (const child of element.children.filter(isElement)) {
    const [prefix, field] = child.name.split(':');
    if (child.name === 'meta' && tag !== 'html') Object.assign(settings, readMeta(textContent(child)));
    else if (field && isFieldElement(child, prefix!)) settings[field] = decodeSetting(field, textContent(child).trim());
    else if (child.name === 'show' && tag === 'conditional') shown.push(...(child.attributes.sources ?? '').split(';'));
  }
  const sources = shown.map((source) => source.trim()).filter(Boolean);
  return sources.length > 0 ? { ...settings, show: sources } : settings;
}

function isFieldElement(element: XmlElement, prefix: string): boolean {
  const namespace = element.attributes[`xmlns:${prefix}`];
  return namespace ? namespace.startsWith('http://code.edx.org/xblock/') : prefix === 'option';
}

function readMeta(text: string): Record<string, SettingValue> {
  try {
    const value = JSON.parse(text) as unknown;
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, SettingValue>)
      : {};
  } catch {
    return {};
  }
}
