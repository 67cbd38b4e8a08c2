/** An event as the site's declared types have it. Never what somebody typed. */
export interface BrowserEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
  readonly courseKey?: string;
  readonly blockId?: string;
}

const wait_ms = 3000;
const most_events = 40;

/**
 * Nothing leaves the browser without the reader's own yes, which the page knows of, nor while the browser objects. The
 * server asks the same questions again.
 */
const isRecorded =
  document.documentElement.dataset.recorded !== undefined &&
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl !== true &&
  navigator.doNotTrack !== '1';

let waiting: BrowserEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that something was done on this page. It leaves a little later, with others. */
export function sendEvent(event: BrowserEvent): void {
  if (!isRecorded) return;
  waiting.push(event);
  if (waiting.length >= most_events) sendNow();
  else timer ??= setTimeout(sendNow, wait_ms);
}

function sendNow(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length === 0) return;
  navigator.sendBeacon('/events', JSON.stringify(waiting));
  waiting = [];
}

addEventListener('pagehide', sendNow);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') sendNow();
});
