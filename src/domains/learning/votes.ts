import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { BlockId } from '../courses/index.ts';
import { type Asking, isAsking, readAsking } from './asking.ts';
import type { BlockReader, CourseReader } from './enter-course.ts';
import { completeBlock } from './mark-complete.ts';
import { countVotes, lockVotes, replaceVotes, type VoteCount } from './vote-store.ts';

/** Answers by question; the question of a poll and of a word cloud has the key `''`. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** A poll, a survey or a word cloud as one reader finds it. */
export interface AskedView {
  readonly mine: Given;
  readonly mayAnswer: boolean;
  /** How many gave each answer, by question; null while the reader is not to see it. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>> | null;
}

/** Of somebody who has not answered. */
export const unanswered: AskedView = { mine: new Map(), mayAnswer: true, counts: null };

/** What became of an answer. */
export type Voted =
  | { readonly type: 'voted' }
  /** It asks nothing; a question is left out; it was answered as often as it may be. */
  | { readonly type: 'refused'; readonly because: 'nothing-asked' | 'incomplete' | 'no-more' };

const longestWord_chars = 60;

/** What the blocks with these ids ask, as this reader finds it: one statement for all. */
export async function showVotes(
  r: Reading<'provide'>,
  reader: CourseReader,
  ids: readonly BlockId[],
): Promise<ReadonlyMap<BlockId, AskedView>> {
  const views = new Map<BlockId, AskedView>();
  if (ids.length === 0) return views;
  const counts = await countVotes(r, reader.courseKey, ids, reader.personId);
  for (const id of ids) {
    const block = reader.version.blocks.get(id);
    const own = counts.filter(({ block_id }) => block_id === id);
    if (block) views.set(id, viewOf(readAsking(block), own, reader.isStaff));
  }
  return views;
}

/**
 * Takes a person's answers, each question once, in the place of those before where the block allows that. Who sees how
 * others answered may not change their own.
 */
export async function castVote(w: Writing<'provide'>, at: BlockReader, given: Given): Promise<Voted> {
  const { block, personId, courseKey } = at;
  if (!isAsking(block.tag)) return { type: 'refused', because: 'nothing-asked' };
  const asking = readAsking(block);
  const answers = accepted(asking, given);
  if (!answers) return { type: 'refused', because: 'incomplete' };
  const key = { personId, courseKey, blockId: block.id };
  await lockVotes(w, key);
  const counts = await countVotes(w, courseKey, [block.id], personId);
  if (!viewOf(asking, counts, false).mayAnswer) return { type: 'refused', because: 'no-more' };
  await replaceVotes(w, key, answers, timesOf(asking, counts) + 1);
  await completeBlock(w, at);
  return { type: 'voted' };
}

function viewOf(asking: Asking, all: readonly VoteCount[], isStaff: boolean): AskedView {
  const counts = all.filter((count) => isOffered(asking, count));
  const mine = new Map<string, string[]>();
  for (const { question, answer, is_mine } of counts) {
    if (is_mine) mine.set(question, [...(mine.get(question) ?? []), answer]);
  }
  const hasAnswered = mine.size > 0;
  const maySee = isStaff || (hasAnswered && !asking.isPrivate);
  const mayRepeat =
    asking.isPrivate &&
    asking.kind !== 'words' &&
    (asking.most_answers === 0 || timesOf(asking, all) < asking.most_answers);
  return { mine, mayAnswer: !hasAnswered || mayRepeat, counts: maySee ? countsOf(counts) : null };
}

function countsOf(counts: readonly VoteCount[]): Map<string, Map<string, number>> {
  const byQuestion = new Map<string, Map<string, number>>();
  for (const { question, answer, votes } of counts) {
    const ofQuestion = byQuestion.get(question) ?? new Map<string, number>();
    byQuestion.set(question, ofQuestion.set(answer, votes));
  }
  return byQuestion;
}

/** Votes for what the author took away meanwhile count no longer, and their people may answer anew. */
function isOffered({ kind, questions, answers }: Asking, { question, answer }: Pick<VoteCount, 'question' | 'answer'>) {
  if (kind === 'words') return true;
  const isAsked = kind === 'poll' ? question === '' : questions.some(({ key }) => key === question);
  return isAsked && answers.some(({ key }) => key === answer);
}

function timesOf(asking: Asking, counts: readonly VoteCount[]): number {
  return Math.max(0, ...counts.filter((count) => isOffered(asking, count)).map(({ times }) => times ?? 0));
}

/** The answers as they are stored; null when one is missing or is none of those that are offered. */
function accepted(asking: Asking, given: Given): Given | null {
  if (asking.kind === 'words') {
    const words = new Set((given.get('') ?? []).map(plainWord).filter(Boolean));
    return words.size > 0 ? new Map([['', [...words].slice(0, asking.inputs)]]) : null;
  }
  const asked = asking.kind === 'poll' ? [''] : asking.questions.map(({ key }) => key);
  const answers = new Map(asked.map((question) => [question, (given.get(question) ?? []).slice(0, 1)]));
  const isWhole = [...answers].every(
    ([question, [answer]]) => answer !== undefined && isOffered(asking, { question, answer }),
  );
  return asked.length > 0 && isWhole ? answers : null;
}

/** As Open edX counts words: without space around, and in small letters. */
function plainWord(word: string): string {
  const plain = word
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toLowerCase();
  return [...plain].slice(0, longestWord_chars).join('').toWellFormed();
}
