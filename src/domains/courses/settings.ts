import type { Settings, SettingValue } from './course.ts';
import type { StoredBlock } from './stored-block.ts';

/** Attributes that say where and how a block is written and are no settings of it. */
const notSettings = new Set([
  'url_name',
  'slug',
  'filename',
  'parent_url',
  'parent_sequential_url',
  'index_in_children_list',
  'xblock-family',
]);

/** Fields whose value is a number. In any other field `123` is text: a name, an id of a video. */
const numeric = new Set([
  'attempts_before_showanswer_button',
  'days_early_for_beta',
  'default_time_limit_minutes',
  'entries_per_page',
  'group_size',
  'inline_height',
  'max_attempts',
  'max_count',
  'max_items_per_zone',
  'max_student_enrollments_allowed',
  'max_submissions',
  'min_completion',
  'min_score',
  'minimum_grade_credit',
  'modal_height',
  'num_inputs',
  'num_responses',
  'num_top_words',
  'rationale_size_max',
  'rationale_size_min',
  'relative_weeks_due',
  'submission_wait_seconds',
  'user_partition_id',
  'wait_time',
  'weight',
]);

/** Fields that hold text, whatever it looks like: a unit may be called `true` and another `[1, 2]`. */
const textual = new Set([
  'display_name',
  'format',
  'markdown',
  'title',
  'name',
  'question',
  'instructions',
  'html5_source',
]);

/**
 * An attribute's value as Open edX reads it (`deserialize_field` of its XML mixin): JSON where it fits the field, else
 * the text as it stands.
 */
export function decodeSetting(field: string, written: string): SettingValue {
  if (field === 'markdown' || !/^\s*(?:[[{"\-\d]|true|false|null)/.test(written)) return written;
  let value: SettingValue;
  try {
    value = JSON.parse(written) as SettingValue;
  } catch {
    return written;
  }
  if (typeof value === 'number') return numeric.has(field) ? value : written;
  if (typeof value === 'string' || value === null) return value;
  return textual.has(field) ? written : value;
}

/** A block's own settings: its attributes, what its content embeds, and over both the policy's entry for it. */
export function settingsOf(block: StoredBlock, policy: Settings | undefined): Settings {
  const settings: Record<string, SettingValue> = {};
  for (const attributes of [block.attributes, block.source.pointer ?? {}]) {
    for (const [field, written] of Object.entries(attributes)) {
      if (!notSettings.has(field)) settings[field] = decodeSetting(field, written);
    }
  }
  return { ...settings, ...block.embedded, ...policy };
}

const plainWords: Readonly<Record<string, string>> = {
  chapter: 'Section',
  sequential: 'Subsection',
  vertical: 'Unit',
  html: 'Text',
  problem: 'Problem',
  video: 'Video',
  discussion: 'Discussion',
};

/** Far above any title. A name stands on many pages, many times on some. */
const longestName_chars = 500;

/** What people read: the author's name for the block, else a plain word from its tag. */
export function displayNameOf(block: StoredBlock, settings: Settings): string {
  for (const field of ['display_name', 'name'] as const) {
    const value = settings[field];
    if (typeof value === 'string' && value.trim()) return value.trim().slice(0, longestName_chars).toWellFormed();
    if (typeof value === 'number') return String(value);
  }
  return plainWords[block.tag] ?? capitalised(block.tag.replace(/^.*:/, '').replace(/[_\-.]+/g, ' '));
}

function capitalised(words: string): string {
  return words ? words[0]!.toUpperCase() + words.slice(1) : 'Block';
}
