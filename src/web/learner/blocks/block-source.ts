import type { Block, SettingValue } from '../../../domains/courses/index.ts';
import { element, parseXml, type XmlElement, XmlError } from '../../../kernel/xml/index.ts';
import type { UnitRendering } from './block-renderer.ts';

/** The block's element; an empty one where there is no content or it is no XML. */
export function sourceElement(block: Block, unit: Pick<UnitRendering, 'contentOf'>): XmlElement {
  const content = unit.contentOf(block);
  if (content.trim() === '') return element(block.tag);
  try {
    return parseXml(content);
  } catch (error) {
    if (error instanceof XmlError) return element(block.tag);
    throw error;
  }
}

/** A setting as text; empty where it is not set. */
export function textSetting(block: Block, name: string): string {
  const value = block.settings[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** A setting that holds JSON, whether it was decoded already or is still text. */
export function jsonSetting(block: Block, name: string): SettingValue {
  const value = block.settings[name] ?? null;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as SettingValue;
  } catch {
    return null;
  }
}

export function fieldOf(value: SettingValue | undefined, name: string): SettingValue {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
  return (value as Readonly<Record<string, SettingValue>>)[name] ?? null;
}

export function listOf(value: SettingValue): readonly SettingValue[] {
  return Array.isArray(value) ? value : [];
}
