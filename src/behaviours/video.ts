import { type Film, filmOf, framedFilm } from './shared/film.ts';
import { followTranscript } from './shared/follow-transcript.ts';
import { sendEvent } from './shared/send-event.ts';

/** Videos go on where the reader left them, remember where that is, and their words follow. */
const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];
const every_ms = 10_000;

for (const section of document.querySelectorAll<HTMLElement>('[data-video]')) {
  const video = section.querySelector('video');
  if (video) {
    goOn(video, Number(section.dataset.position ?? 0));
    offerSpeeds(video, section.dataset.speedLabel ?? '');
  }
  const film = video ? filmOf(video) : framedFilm(section);
  remember(section, film);
  const told = tell(section, film);
  followTranscript(section, film, (at_s) => told('video.transcript-used', { at_s }));
}

function goOn(video: HTMLVideoElement, position: number): void {
  if (position <= 0) return;
  const set = () => {
    if (position < video.duration - 5) video.currentTime = position;
  };
  if (video.readyState > 0) set();
  else video.addEventListener('loadedmetadata', set, { once: true });
}

function remember({ dataset }: HTMLElement, film: Film): void {
  const address = dataset.positionUrl;
  if (!address) return;
  let kept = Number(dataset.position ?? 0);
  let last = { at: 0, duration: 0 };
  let told_ms = 0;
  const keep = () => {
    told_ms = performance.now();
    const seconds = Math.round(last.at * 10) / 10;
    if (seconds === kept) return;
    kept = seconds;
    const body = new URLSearchParams({ seconds: String(seconds), duration: String(last.duration) });
    void fetch(address, { method: 'POST', body, keepalive: true });
  };
  film.listen(({ what, at, duration }) => {
    last = { at, duration };
    if (what === 'paused' || what === 'ended' || performance.now() - told_ms > every_ms) keep();
  });
  addEventListener('pagehide', keep);
}

/** Says what was done with the film, as the declared events have it. */
function tell({ dataset }: HTMLElement, film: Film) {
  const { course: courseKey = '', block: blockId = '' } = dataset;
  const say = (type: string, data: Readonly<Record<string, number>>) => sendEvent({ type, data, courseKey, blockId });
  let before = 0;
  film.listen(({ what, at, rate }) => {
    const at_s = Math.round(at * 10) / 10;
    if (what === 'played' || what === 'paused' || what === 'ended') say(`video.${what}`, { at_s });
    if (what === 'sought') say('video.sought', { from_s: before, to_s: at_s });
    if (what === 'speed-set') say('video.speed-set', { rate });
    before = at_s;
  });
  return say;
}

function offerSpeeds(video: HTMLVideoElement, label: string): void {
  const box = document.createElement('label');
  box.className = 'video-speed';
  const list = document.createElement('select');
  for (const speed of speeds) list.add(new Option(`${speed}×`, String(speed), speed === 1, speed === 1));
  list.addEventListener('change', () => {
    video.playbackRate = Number(list.value);
  });
  box.append(`${label} `, list);
  video.closest('.video-frame')?.after(box);
}
