import type { EffectiveSettings, Settings, SettingValue } from './course.ts';
import { readDate } from './dates.ts';

type Groups = Readonly<Record<string, readonly number[]>>;

/** What holds where nobody set anything. A course without a start has not started: so says Open edX. */
export const defaultSettings: EffectiveSettings = {
  start: '2030-01-01T00:00:00Z',
  due: null,
  graded: false,
  visible_to_staff_only: false,
  hide_from_toc: false,
  graceperiod: null,
  showanswer: 'finished',
  show_correctness: 'always',
  rerandomize: 'never',
  max_attempts: null,
  show_reset_button: false,
  group_access: {},
  days_early_for_beta: null,
  self_paced: false,
  static_asset_path: '',
};

/**
 * Settings as they hold on a block: its own, else those of the block above. Three only ever narrow on the way down,
 * because nobody gets to a block but through those above it: a start can only be later, staff-only stays, and of the
 * groups only those remain that every level lets in. `above` is null for the course.
 */
export function inherit(own: Settings, above: EffectiveSettings | null): EffectiveSettings {
  const from = above ?? defaultSettings;
  const start = readDate(own.start);
  return {
    start: above && from.start && start ? later(start, from.start) : (start ?? from.start),
    due: readDate(own.due) ?? from.due,
    graded: truth(own.graded) ?? from.graded,
    visible_to_staff_only: truth(own.visible_to_staff_only) || from.visible_to_staff_only,
    hide_from_toc: truth(own.hide_from_toc) ?? from.hide_from_toc,
    graceperiod: words(own.graceperiod) || from.graceperiod,
    showanswer: words(own.showanswer) ?? from.showanswer,
    show_correctness: words(own.show_correctness) ?? from.show_correctness,
    rerandomize: words(own.rerandomize) ?? from.rerandomize,
    max_attempts: wholeNumber(own.max_attempts) ?? from.max_attempts,
    show_reset_button: truth(own.show_reset_button) ?? from.show_reset_button,
    group_access: narrow(groups(own.group_access), from.group_access),
    days_early_for_beta: decimal(own.days_early_for_beta) ?? from.days_early_for_beta,
    self_paced: truth(own.self_paced) ?? from.self_paced,
    static_asset_path: words(own.static_asset_path) ?? from.static_asset_path,
  };
}

function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b;
}

/** A group list of a partition is cut by the one above; none left means nobody, and stays so below. */
function narrow(own: Groups, above: Groups): Groups {
  const merged: Record<string, readonly number[]> = { ...above };
  for (const [partition, ids] of Object.entries(own)) {
    merged[partition] = above[partition]?.filter((id) => ids.includes(id)) ?? ids;
  }
  return merged;
}

/** `{"50": [1, 2]}`; a partition with an empty list lets everybody in, as if it were not there. */
function groups(value: SettingValue | undefined): Groups {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const entries = Object.entries(value).map(([partition, ids]) => [partition, numbers(ids)] as const);
  return Object.fromEntries(entries.filter(([, ids]) => ids.length > 0));
}

function numbers(value: SettingValue): number[] {
  return Array.isArray(value) ? value.map(Number).filter(Number.isInteger) : [];
}

function truth(value: SettingValue | undefined): boolean | null {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.trim().toLowerCase() === 'true' : null;
}

function words(value: SettingValue | undefined): string | null {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
}

function wholeNumber(value: SettingValue | undefined): number | null {
  const number = decimal(value);
  return number === null ? null : Math.trunc(number);
}

function decimal(value: SettingValue | undefined): number | null {
  if (value === '' || value === null || value === undefined || typeof value === 'boolean') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
