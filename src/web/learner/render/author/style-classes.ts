import { createHash } from 'node:crypto';
import { readDeclarations } from './declarations.ts';

/** Gathers what authors set by `style` attributes as classes of one style sheet, since no page of ours has such attributes. */
export interface StyleClasses {
  /** The class for these declarations; empty when none of them may stay. */
  classFor(style: string): string;
  /** Rules that stand in the sheet beside the classes. */
  addRules(css: string): void;
  css(): string;
}

const most_rules = 5_000;

export function createStyleClasses(): StyleClasses {
  const byStyle = new Map<string, string>();
  const rules = new Map<string, string>();
  const sheets = new Set<string>();
  return {
    classFor(style) {
      const known = byStyle.get(style);
      if (known !== undefined) return known;
      const body = readDeclarations(style).join(';');
      const name = body === '' || rules.size >= most_rules ? '' : `s-${shortHash(body)}`;
      byStyle.set(style, name);
      if (name !== '') rules.set(name, body);
      return name;
    },
    addRules: (css) => void sheets.add(css),
    css: () => [...sheets, ...[...rules].map(([name, body]) => `.${name}{${body}}`)].join('\n'),
  };
}

/** Named by what it says, so two sheets on a page may both hold it. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
