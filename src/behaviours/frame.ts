/**
 * Gives frames the height of what they hold. A frame is an author's program, so its words are taken with care: the one
 * declared message, from a frame of this page, a number within bounds. All else is ignored.
 */
const least_px = 60;
const most_px = 8_000;
/** A program whose height follows its frame's would never come to rest. */
const most_changes = 40;
const changes = new WeakMap<HTMLIFrameElement, number>();

window.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data !== 'object' || data === null) return;
  const { type, height } = data as { readonly type?: unknown; readonly height?: unknown };
  if (type !== 'mooc.frame.height' || typeof height !== 'number' || !Number.isFinite(height)) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-frame]')) {
    if (frame.contentWindow !== event.source) continue;
    const count = (changes.get(frame) ?? 0) + 1;
    changes.set(frame, count);
    if (count > most_changes) continue;
    const least = Number(frame.dataset.least ?? least_px);
    frame.height = String(Math.min(Math.max(height, least), most_px));
  }
});
