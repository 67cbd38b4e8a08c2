import { type Block, type CourseVersion, parseKey, readDate } from '../../../domains/courses/index.ts';
import type { Words } from '../../i18n.ts';
import { momentText, readMoment } from '../../ui/moments.ts';

/** A setting that the form of a block asks for, by Open edX's name. */
export interface SettingField {
  readonly field: string;
  readonly label: string;
  readonly why?: string;
  readonly input:
    | { readonly type: 'text' | 'number' | 'date' | 'yes' }
    | { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[] };
}

type SettingName =
  | 'start'
  | 'due'
  | 'format'
  | 'required_content'
  | 'min_score'
  | 'min_completion'
  | 'default_time_limit_minutes'
  | 'hide_after_due'
  | 'hide_from_toc'
  | 'visible_to_staff_only'
  | 'max_attempts'
  | 'weight'
  | 'showanswer'
  | 'rerandomize'
  | 'show_reset_button'
  | 'submission_wait_seconds'
  | 'max_count';

const answersShown = [
  'always',
  'answered',
  'attempted',
  'closed',
  'finished',
  'correct_or_past_due',
  'past_due',
  'after_all_attempts',
  'never',
] as const;

const rerandomized = ['never', 'onreset', 'per_student', 'always'] as const;

/** The settings of a block that authors change often; all others stand in its XML. */
export function settingFields(block: Block, version: CourseVersion, words: Words): readonly SettingField[] {
  const { t } = words;
  const field = (name: SettingName, type: 'text' | 'number' | 'date' | 'yes', why?: string): SettingField => ({
    field: name,
    label: t(`author.set.${name}`),
    ...(why && { why }),
    input: { type },
  });
  const choice = (
    name: SettingName,
    options: readonly { value: string; label: string }[],
    why?: string,
  ): SettingField => ({
    ...field(name, 'text', why),
    input: { type: 'choice', options },
  });
  const inherited = { value: '', label: t('author.set.asAbove') };
  const staffOnly = field('visible_to_staff_only', 'yes', t('author.setWhy.visible_to_staff_only'));
  switch (block.tag) {
    case 'chapter':
      return [field('start', 'date'), staffOnly, field('hide_from_toc', 'yes')];
    case 'sequential':
      return [
        field('start', 'date'),
        field('due', 'date'),
        choice('format', formatsOf(version, t), t('author.setWhy.format')),
        choice('required_content', prerequisitesOf(block, version, t), t('author.setWhy.required_content')),
        field('min_score', 'number', t('author.setWhy.min_score')),
        field('min_completion', 'number', t('author.setWhy.min_completion')),
        field('default_time_limit_minutes', 'number', t('author.setWhy.default_time_limit_minutes')),
        field('hide_after_due', 'yes'),
        staffOnly,
        field('hide_from_toc', 'yes'),
      ];
    case 'problem':
      return [
        field('max_attempts', 'number', t('author.setWhy.max_attempts')),
        field('weight', 'number', t('author.setWhy.weight')),
        choice('showanswer', [
          inherited,
          ...answersShown.map((value) => ({ value, label: t(`author.showanswer.${value}`) })),
        ]),
        choice('rerandomize', [
          inherited,
          ...rerandomized.map((value) => ({ value, label: t(`author.rerandomize.${value}`) })),
        ]),
        field('show_reset_button', 'yes'),
        field('submission_wait_seconds', 'number'),
        staffOnly,
      ];
    case 'library_content':
    case 'itembank':
      return [field('max_count', 'number', t('author.setWhy.max_count')), staffOnly];
    default:
      return [staffOnly];
  }
}

/** What stands in a field: the block's own setting, as the form shows it. */
export function fieldValue(block: Block, { field, input }: SettingField): string {
  const value = block.settings[field];
  if (value === undefined || value === null) return '';
  if (input.type === 'date') return momentText(toDate(readDate(value)));
  if (input.type === 'yes') return String(value) === 'true' ? 'yes' : '';
  return String(value);
}

/** The setting to write for what was typed: null for none of its own. `fault` when it can't be one. */
export function readField(
  { field, input }: SettingField,
  typed: string,
): { readonly type: 'setting'; readonly value: string | null } | { readonly type: 'fault' } {
  const text = typed.trim();
  if (text === '') return { type: 'setting', value: null };
  switch (input.type) {
    case 'date': {
      const moment = readMoment(text);
      return moment ? { type: 'setting', value: moment.toISOString().replace('.000Z', 'Z') } : { type: 'fault' };
    }
    case 'number': {
      const number = Number(text.replace(',', '.'));
      const isFit = Number.isFinite(number) && number >= (field === 'max_count' ? -1 : 0) && number <= 100_000;
      return isFit ? { type: 'setting', value: String(number) } : { type: 'fault' };
    }
    case 'yes':
      return { type: 'setting', value: 'true' };
    case 'choice':
      return input.options.some(({ value }) => value === text) ? { type: 'setting', value: text } : { type: 'fault' };
    case 'text':
      return { type: 'setting', value: text.slice(0, 1000) };
  }
}

/** Assignment types that the course has in use, and the four that Open edX begins with. */
function formatsOf({ blocks }: CourseVersion, t: Words['t']) {
  const used = [...blocks.values()].flatMap(({ tag, settings }) =>
    tag === 'sequential' && typeof settings.format === 'string' && settings.format !== '' ? [settings.format] : [],
  );
  const names = new Set(['Homework', 'Lab', 'Midterm Exam', 'Final Exam', ...used]);
  return [{ value: '', label: t('author.set.notGraded') }, ...[...names].map((name) => ({ value: name, label: name }))];
}

/** Other subsections, by their keys as Open edX writes them. */
function prerequisitesOf(block: Block, { blocks, courseKey }: CourseVersion, t: Words['t']) {
  const key = parseKey(courseKey);
  const start = key ? `block-v1:${key.org}+${key.number}+${key.run}` : '';
  const others = [...blocks.values()].filter(({ tag, id }) => tag === 'sequential' && id !== block.id);
  return [
    { value: '', label: t('author.set.noPrerequisite') },
    ...others.map(({ name, displayName }) => ({
      value: `${start}+type@sequential+block@${name}`,
      label: displayName,
    })),
  ];
}

function toDate(iso: string | null): Date | null {
  return iso ? new Date(iso) : null;
}
