import type { MessageKey } from '../../../i18n.ts';

/** How a setting of a block is asked for. What stands in its attribute is written as Open edX writes it. */
export type FormInput =
  | { readonly type: 'text' | 'long' | 'yes' | 'address' }
  | { readonly type: 'whole' | 'number'; readonly least: number; readonly most: number }
  /** A list of texts, a line each. */
  | { readonly type: 'lines' }
  | { readonly type: 'choice'; readonly options: readonly (readonly [value: string, label: MessageKey])[] }
  /** One of those that the page knows: the libraries of the organisation. */
  | { readonly type: 'known'; readonly of: 'libraries' }
  /** Answers or questions, each with a key that votes are counted by. */
  | { readonly type: 'items'; readonly hasPictures: boolean; readonly least: number };

/** A setting in the form of a kind of block. */
export interface FormField {
  /** The attribute, by Open edX's name. */
  readonly field: string;
  readonly label: MessageKey;
  readonly why?: MessageKey;
  readonly input: FormInput;
  /** What holds in Open edX where the attribute is not there, as the attribute would say it. */
  readonly otherwise: string;
  readonly isRequired?: boolean;
}

/** An answer or question of a list. */
export interface FormItem {
  /** Empty for one that is new. */
  readonly key: string;
  readonly label: string;
  /** An address of a picture; empty for none. */
  readonly img: string;
  readonly img_alt: string;
}

/** What a form holds, by fields: a text as it is typed, `yes` for a ticked box, or items. */
export type FormValues = Readonly<Record<string, string | readonly FormItem[]>>;

/** What the page knows beyond the block. */
export interface FormKnowledge {
  /** Libraries that may be drawn from, by their keys. */
  readonly libraries: readonly { readonly key: string; readonly title: string }[];
  /** Names of the passports for LTI tools; never their secrets. */
  readonly passports: readonly string[];
}

export function textIn(values: FormValues, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

export function itemsIn(values: FormValues, field: string): readonly FormItem[] {
  const value = values[field];
  return typeof value === 'string' || value === undefined ? [] : value;
}
