import { contrast } from '../../organisations/index.ts';

/** Colours by name that authors write most. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  maroon: '#800000',
  navy: '#000080',
  orange: '#ffa500',
  pink: '#ffc0cb',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  white: '#ffffff',
  yellow: '#ffff00',
};

/** WCAG 2.2 AA: for text, and for large text. */
const least = { text: 4.5, large: 3 };

/** The colours of a style that gives both and in which text does not stand out, and how little; else null. */
export function faintColours(style: string): string | null {
  const fields = new Map<string, string>();
  for (const [, field, value] of style.toLowerCase().matchAll(/([\w-]+)\s*:\s*([^;]+)/g)) {
    fields.set(field!, value!.replace('!important', '').trim());
  }
  const letters = readColour(fields.get('color') ?? '');
  const ground = readColour(fields.get('background-color') ?? fields.get('background') ?? '');
  if (!letters || !ground) return null;
  const ratio = contrast(letters, ground);
  if (ratio >= (isLarge(fields) ? least.large : least.text)) return null;
  return `${letters} / ${ground} = ${(Math.floor(ratio * 10) / 10).toFixed(1)}`;
}

function readColour(written: string): string | null {
  const word = written.split(/\s+(?![^(]*\))/)[0] ?? '';
  if (named[word]) return named[word];
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(word);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[\da-f]{6}$/.test(word)) return word;
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(word);
  const parts = rgb?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** 24 px, or 18.66 px in bold. */
function isLarge(fields: ReadonlyMap<string, string>): boolean {
  const [, size, unit] = /^([\d.]+)(px|pt|r?em)$/.exec(fields.get('font-size') ?? '') ?? [];
  const size_px = Number(size ?? 0) * (unit === 'px' ? 1 : unit === 'pt' ? 4 / 3 : 16);
  const isBold = /^(?:bold|bolder|[789]00)$/.test(fields.get('font-weight') ?? '');
  return size_px >= (isBold ? 18.66 : 24);
}
