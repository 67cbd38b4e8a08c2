import { createHash } from 'node:crypto';
import type { Reading } from '../../kernel/database/index.ts';
import { type Block, getContent, type SettingValue } from '../courses/index.ts';
import { type BrokenProblem, type Json, type ProblemSource, readPlacing, readProblem } from '../problems/index.ts';

const placingTag = 'drag-and-drop-v2';

/** Blocks with these tags ask for answers and mark them. */
export function isProblemTag(tag: string): boolean {
  return tag === 'problem' || tag === placingTag;
}

/** The newer drag and drop: what it asks stands in its settings. */
export function isPlacing(block: Block): boolean {
  return block.tag === placingTag;
}

/** Whether there is anything to read as a problem. */
export function isProblem(block: Block): boolean {
  return isPlacing(block) || (block.tag === 'problem' && block.contentHash !== null);
}

const keys = new WeakMap<Block, string>();

/** The same for blocks that ask the same. */
export function problemKey(block: Block): string {
  if (!isPlacing(block)) return block.contentHash ?? '';
  let key = keys.get(block);
  if (key === undefined) {
    key = createHash('sha256')
      .update(JSON.stringify(placingSettings(block)))
      .digest('hex');
    keys.set(block, key);
  }
  return key;
}

export async function readProblemOf(r: Reading<'provide'>, block: Block): Promise<ProblemSource | BrokenProblem> {
  if (isPlacing(block)) return readPlacing(placingSettings(block));
  return readProblem(await getContent(r, block.contentHash ?? ''));
}

function placingSettings({ settings }: Block) {
  const { data = null, question_text, max_items_per_zone } = settings;
  return {
    data: decoded(data) as Json,
    question: typeof question_text === 'string' ? question_text : '',
    maxItemsPerZone: Number(max_items_per_zone) || null,
  };
}

/** Courses keep it as text or as JSON. */
function decoded(value: SettingValue): SettingValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as SettingValue;
  } catch {
    return null;
  }
}
