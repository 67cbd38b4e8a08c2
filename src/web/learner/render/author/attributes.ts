import { authorClass, authorId } from './names.ts';
import type { Sanitising } from './sanitising.ts';
import type { SourceElement } from './source-node.ts';

const most_classes = 40;

/** The attributes that any element may have. */
export function commonAttributes(element: SourceElement, s: Sanitising): Record<string, string> {
  const from = element.attributes;
  const attributes: Record<string, string> = {};
  if (from.id) attributes.id = authorId(from.id.trim().replace(/\s+/g, '-'));
  const classes = classesOf(element, s);
  if (classes !== '') attributes.class = classes;
  for (const name of ['title', 'aria-label']) if (from[name]) attributes[name] = from[name];
  if (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(from.lang ?? '')) attributes.lang = from.lang!;
  if (/^(ltr|rtl|auto)$/i.test(from.dir ?? '')) attributes.dir = from.dir!.toLowerCase();
  if (from['aria-hidden'] === 'true') attributes['aria-hidden'] = 'true';
  if (from.hidden !== undefined) attributes.hidden = '';
  return attributes;
}

function classesOf(element: SourceElement, s: Sanitising): string {
  const own = (element.attributes.class ?? '').split(/\s+/).filter(Boolean).slice(0, most_classes).map(authorClass);
  const style = [oldStyle(element), element.attributes.style ?? ''].filter(Boolean).join(';');
  const generated = style === '' ? '' : s.styles.classFor(style);
  return [...own, generated].filter(Boolean).join(' ');
}

/** What HTML said by attributes before there were style sheets, in CSS. `style` comes behind it and wins. */
function oldStyle({ name, attributes: a }: SourceElement): string {
  const rules: string[] = [];
  if (name === 'center') rules.push('text-align:center');
  if (a.align) {
    const floats = (name === 'img' || name === 'table') && /^(left|right)$/i.test(a.align);
    if (floats) rules.push(`float:${a.align}`);
    else if (name === 'table' && /^center$/i.test(a.align)) rules.push('margin-left:auto;margin-right:auto');
    else rules.push(`text-align:${a.align}`, `vertical-align:${a.align}`);
  }
  if (a.valign) rules.push(`vertical-align:${a.valign}`);
  if (a.bgcolor) rules.push(`background-color:${a.bgcolor}`);
  if (a.color && name === 'font') rules.push(`color:${a.color}`);
  if (a.face && name === 'font') rules.push(`font-family:${a.face}`);
  if (a.size && name === 'font') rules.push(`font-size:${fontSizes[a.size.trim()] ?? 'inherit'}`);
  if (a.nowrap !== undefined) rules.push('white-space:nowrap');
  if (/^(table|td|th|col|colgroup|tr|hr|iframe)$/.test(name)) {
    for (const side of ['width', 'height'] as const) if (a[side]) rules.push(`${side}:${length(a[side])}`);
  }
  return rules.join(';');
}

const fontSizes: Readonly<Record<string, string>> = {
  1: 'x-small',
  2: 'small',
  3: 'medium',
  4: 'large',
  5: 'x-large',
  6: 'xx-large',
  7: 'xxx-large',
  '-2': 'x-small',
  '-1': 'smaller',
  '+1': 'larger',
  '+2': 'x-large',
};

function length(value: string): string {
  return /^\s*\d+(\.\d+)?\s*$/.test(value) ? `${value.trim()}px` : value;
}

const most_span = 1_000;

/** The attributes that only this element has, with their values checked. */
export function ownAttributes(element: SourceElement, names: readonly string[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const name of names) {
    const value = element.attributes[name];
    if (value === undefined) continue;
    if (name === 'open' || name === 'reversed') attributes[name] = '';
    else if (/^(colspan|rowspan|span|start|value)$/.test(name)) {
      const number = Number.parseInt(value, 10);
      if (Number.isFinite(number)) attributes[name] = String(Math.min(number, most_span));
    } else attributes[name] = value;
  }
  return attributes;
}
