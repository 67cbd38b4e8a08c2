import type { Writing } from '../../kernel/database/index.ts';
import { lockState, updateState } from './block-state-store.ts';
import { videoTags } from './completable.ts';
import type { BlockReader } from './enter-course.ts';
import { keyOf } from './problem-place.ts';

const longest_seconds = 604_800;

/** Remembers where the reader left a video, so that it goes on there. */
export async function rememberVideoPosition(
  w: Writing<'provide'>,
  at: BlockReader,
  seconds: number,
): Promise<{ readonly type: 'remembered' } | { readonly type: 'refused'; readonly because: 'no-video' | 'no-time' }> {
  if (!videoTags.has(at.block.tag)) return { type: 'refused', because: 'no-video' };
  if (!(seconds >= 0 && seconds <= longest_seconds)) return { type: 'refused', because: 'no-time' };
  const stored = await lockState(w, keyOf(at));
  await updateState(w, keyOf(at), { ...stored, video: { position_seconds: Math.round(seconds * 10) / 10 } });
  return { type: 'remembered' };
}
