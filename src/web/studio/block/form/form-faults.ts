import type { MessageKey } from '../../../i18n.ts';
import { type FormField, type FormItem, type FormKnowledge, type FormValues, itemsIn, textIn } from './form-field.ts';
import { linesOf } from './form-values.ts';

const longest_chars = 20_000;

/** What is wrong with a form, by its fields: empty when nothing is. `stored` is what the block says now. */
export function findFormFaults(
  fields: readonly FormField[],
  values: FormValues,
  stored: FormValues,
  known: FormKnowledge,
): Readonly<Record<string, MessageKey>> {
  const faults: Record<string, MessageKey> = {};
  for (const field of fields) {
    const fault = faultOf(field, values, stored, known);
    if (fault) faults[field.field] = fault;
  }
  // Who could see the others' answers and then change their own would follow the crowd: Open edX refuses it, too.
  const mayRepeat = textIn(values, 'max_submissions').trim() !== '1';
  if (values.private_results === '' && mayRepeat) faults.max_submissions ??= 'author.form.fault.private';
  return faults;
}

function faultOf(
  { field, input, isRequired }: FormField,
  values: FormValues,
  stored: FormValues,
  known: FormKnowledge,
): MessageKey | null {
  const text = textIn(values, field).trim();
  if (isRequired && text === '') return 'author.form.fault.missing';
  if (text.length > longest_chars) return 'author.form.fault.long';
  switch (input.type) {
    case 'whole':
      return /^-?\d{1,9}$/.test(text) && isWithin(Number(text), input) ? null : 'author.form.fault.whole';
    case 'number':
      return /^\d{1,9}(?:\.\d{1,9})?$/.test(text) && isWithin(Number(text), input) ? null : 'author.form.fault.number';
    case 'address':
      return text === '' || /^https?:\/\/[^\s/]+/.test(text) ? null : 'author.form.fault.address';
    case 'lines':
      return linesOf(text).every((line) => /^[^=\s]+\s*=/.test(line)) ? null : 'author.form.fault.lines';
    case 'choice':
    case 'known': {
      const values =
        input.type === 'choice' ? input.options.map(([value]) => value) : known.libraries.map(({ key }) => key);
      // A course from elsewhere may have what is not offered here.
      return values.includes(text) || text === stored[field] ? null : 'author.form.fault.choice';
    }
    case 'items':
      return faultOfItems(itemsIn(values, field), input.least);
    default:
      return null;
  }
}

function faultOfItems(items: readonly FormItem[], least: number): MessageKey | null {
  if (items.length < least) return least > 1 ? 'author.form.fault.items' : 'author.form.fault.item';
  if (items.some(({ label }) => label.length > longest_chars)) return 'author.form.fault.long';
  return items.some(({ img, img_alt }) => img !== '' && img_alt === '') ? 'author.form.fault.alt' : null;
}

function isWithin(number: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return number >= least && number <= most;
}
