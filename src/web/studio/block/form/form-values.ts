import { readAskedItem } from '../../../../domains/learning/index.ts';
import { type FormField, type FormItem, type FormValues, itemsIn, textIn } from './form-field.ts';

/** Further on is no form that anybody fills in. */
const most_items = 100;

/** What a block's attributes say, as its form shows it. */
export function valuesOf(fields: readonly FormField[], attributes: Readonly<Record<string, string>>): FormValues {
  return Object.fromEntries(
    fields.map((field) => [field.field, shown(field, attributes[field.field] ?? field.otherwise)]),
  );
}

/** What was sent, as its form shows it. */
export function sentValues(fields: readonly FormField[], form: URLSearchParams): FormValues {
  return Object.fromEntries(
    fields.map(({ field, input }) => [field, input.type === 'items' ? sentItems(field, form) : plain(form.get(field))]),
  );
}

/**
 * The attributes with what the form says. A field that says what it said before stays as it is written, and one that was
 * never written only comes in when it says something else than Open edX does without it. `newKey` names a new item.
 */
export function withValues(
  fields: readonly FormField[],
  attributes: Readonly<Record<string, string>>,
  values: FormValues,
  newKey: (at: number) => string,
): Record<string, string> {
  const before = valuesOf(fields, attributes);
  const changed: Record<string, string> = { ...attributes };
  for (const field of fields) {
    const { field: name } = field;
    if (isSame(before[name], values[name])) continue;
    changed[name] = written(field, values, newKey);
  }
  return changed;
}

function shown({ input }: FormField, attribute: string): string | readonly FormItem[] {
  switch (input.type) {
    case 'yes':
      return /^(?:true|t|1)$/i.test(attribute.trim()) ? 'yes' : '';
    case 'lines':
      return listIn(attribute)
        .filter((line): line is string => typeof line === 'string')
        .join('\n');
    case 'items':
      return listIn(attribute)
        .slice(0, most_items)
        .flatMap((entry) => readAskedItem(entry) ?? []);
    default:
      return attribute;
  }
}

function written({ field, input }: FormField, values: FormValues, newKey: (at: number) => string): string {
  switch (input.type) {
    case 'yes':
      return textIn(values, field) === 'yes' ? 'true' : 'false';
    case 'lines':
      return JSON.stringify(linesOf(textIn(values, field)));
    case 'items':
      return JSON.stringify(
        itemsIn(values, field).map(({ key, label, img, img_alt }, at) => [
          key || newKey(at),
          input.hasPictures ? { img, img_alt, label } : label,
        ]),
        null,
        2,
      );
    case 'long':
      return textIn(values, field);
    default:
      return textIn(values, field).trim();
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Rows that say nothing are none: so an item is taken away. */
function sentItems(field: string, form: URLSearchParams): readonly FormItem[] {
  const [keys, labels, pictures, alts] = ['key', 'label', 'img', 'alt'].map((part) => form.getAll(`${field}-${part}`));
  return labels!
    .slice(0, most_items)
    .map((label, at) => ({
      key: plain(keys![at]).slice(0, 100),
      label: plain(label).trim(),
      img: plain(pictures![at]).trim(),
      img_alt: plain(alts![at]).trim(),
    }))
    .filter(({ label, img }) => label !== '' || img !== '');
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function listIn(attribute: string): readonly unknown[] {
  try {
    const list = JSON.parse(attribute) as unknown;
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** As XML can hold it: no lone halves of letters, no control characters but line breaks. */
function plain(text: string | null | undefined): string {
  return (text ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .toWellFormed();
}
