import { isElement, textContent, type XmlElement } from '../../../kernel/xml/index.ts';
import { decodeSetting, readDate, type SettingValue, type StoredBlock } from '../../courses/index.ts';
import { type Place, type ReadState, report } from './read-state.ts';

/**
 * Settings that stand inside a block's element and not in its attributes: `<meta>` with JSON, fields as elements of
 * XBlock's namespace (`<option:format>none</option:format>`), and what a conditional shows. Checks the dates, too.
 */
export function readEmbedded(
  state: ReadState,
  element: XmlElement,
  block: Pick<StoredBlock, 'tag' | 'attributes'>,
  at: Place,
): Readonly<Record<string, SettingValue>> {
  checkDates(state, block, at);
  const settings: Record<string, SettingValue> = {};
  const shown: string[] = [];
  for (const child of element.children.filter(isElement)) {
    const [prefix, field] = child.name.split(':');
    if (child.name === 'meta' && block.tag !== 'html') Object.assign(settings, readMeta(textContent(child)));
    else if (field && isFieldElement(child, prefix!)) settings[field] = decodeSetting(field, textContent(child).trim());
    else if (child.name === 'show' && block.tag === 'conditional')
      shown.push(...(child.attributes.sources ?? '').split(';'));
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

const courseDates = ['end', 'enrollment_start', 'enrollment_end', 'announcement'];

function checkDates(state: ReadState, block: Pick<StoredBlock, 'tag' | 'attributes'>, at: Place): void {
  for (const field of ['start', 'due', ...(block.tag === 'course' ? courseDates : [])]) {
    const written = block.attributes[field]?.trim().replace(/^"(.*)"$/, '$1');
    if (!written || written === 'null' || readDate(written)) continue;
    report(
      state,
      'warning',
      'bad-date',
      at,
      `${field} is '${written.slice(0, 60)}', which is no date. It counts as not set: write 2031-03-05T14:00:00Z.`,
    );
  }
}
