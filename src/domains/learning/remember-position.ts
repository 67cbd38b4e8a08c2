import type { Writing } from '../../kernel/database/index.ts';
import { lockState, updateState } from './block-state-store.ts';
import { videoTags } from './completable.ts';
import type { BlockReader } from './enter-course.ts';
import { completeBlock } from './mark-complete.ts';
import { keyOf } from './problem-place.ts';

const longest_seconds = 604_800;

/** So much of a video is all of it: what comes behind are credits. */
const whole = 0.95;

/** Remembers where the reader left a video, so that it goes on there; near its end (`duration` in seconds) it is done. */
export async function rememberVideoPosition(
  w: Writing<'provide'>,
  at: BlockReader,
  seconds: number,
  duration: number,
): Promise<{ readonly type: 'remembered' } | { readonly type: 'refused'; readonly because: 'no-video' | 'no-time' }> {
  if (!videoTags.has(at.block.tag)) return { type: 'refused', because: 'no-video' };
  if (!(seconds >= 0 && seconds <= longest_seconds)) return { type: 'refused', because: 'no-time' };
  const stored = await lockState(w, keyOf(at));
  await updateState(w, keyOf(at), { ...stored, video: { position_seconds: Math.round(seconds * 10) / 10 } });
  if (duration > 0 && seconds >= duration * whole) await completeBlock(w, at);
  return { type: 'remembered' };
}
