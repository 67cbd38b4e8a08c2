/** The course's own videos: go on where the reader left, remember where, follow the words and go where one is clicked. */
const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2];
const EVERY_MS = 10_000;

for (const section of document.querySelectorAll<HTMLElement>('[data-video]')) {
  const video = section.querySelector('video');
  if (!video) continue;
  goOn(video);
  remember(video);
  offerSpeeds(video);
  follow(section, video);
}

function goOn(video: HTMLVideoElement): void {
  const position = Number(video.dataset.position ?? 0);
  if (position <= 0) return;
  const set = () => {
    if (position < video.duration - 5) video.currentTime = position;
  };
  if (video.readyState > 0) set();
  else video.addEventListener('loadedmetadata', set, { once: true });
}

function remember(video: HTMLVideoElement): void {
  const address = video.dataset.positionUrl;
  if (!address) return;
  let told = Number(video.dataset.position ?? 0);
  let at = 0;
  const tell = () => {
    const seconds = Math.round(video.currentTime * 10) / 10;
    if (seconds === told) return;
    told = seconds;
    const body = new URLSearchParams({ seconds: String(seconds), duration: String(video.duration || 0) });
    void fetch(address, { method: 'POST', body, keepalive: true });
  };
  video.addEventListener('timeupdate', () => {
    if (performance.now() - at < EVERY_MS) return;
    at = performance.now();
    tell();
  });
  video.addEventListener('pause', tell);
  addEventListener('pagehide', tell);
}

function offerSpeeds(video: HTMLVideoElement): void {
  const label = document.createElement('label');
  label.className = 'video-speed';
  const list = document.createElement('select');
  for (const speed of SPEEDS) list.add(new Option(`${speed}×`, String(speed), speed === 1, speed === 1));
  list.addEventListener('change', () => {
    video.playbackRate = Number(list.value);
  });
  label.append(`${video.dataset.speedLabel ?? ''} `, list);
  video.closest('.video-frame')?.after(label);
}

/** The line that is spoken now is marked, and a click on a line goes there. */
function follow(section: HTMLElement, video: HTMLVideoElement): void {
  const cues = [...section.querySelectorAll<HTMLAnchorElement>('a.cue')];
  const starts = cues.map((cue) => Number(cue.dataset.start));
  let now: HTMLAnchorElement | undefined;
  section.addEventListener('click', (event) => {
    const cue = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.cue') : null;
    if (!cue) return;
    event.preventDefault();
    video.currentTime = Number(cue.dataset.start);
    void video.play();
  });
  video.addEventListener('timeupdate', () => {
    const cue = cues[starts.findLastIndex((start) => start <= video.currentTime + 0.05)];
    if (cue === now) return;
    now?.removeAttribute('aria-current');
    cue?.setAttribute('aria-current', 'true');
    now = cue;
    const text = cue?.closest<HTMLElement>('.transcript-text');
    if (cue && text && !text.contains(document.activeElement)) {
      text.scrollTop = cue.offsetTop - text.offsetTop - text.clientHeight / 3;
    }
  });
}
