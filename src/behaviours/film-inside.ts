import { type Film, type FilmMessage, type FilmMoment, filmOf } from './shared/film.ts';

/** On the page of a film's frame: lets the page around it know what happens, and goes where it says. */
const video = document.querySelector('video');
const frame = document.querySelector('iframe');
const film = video ? filmOf(video) : frame ? youTubeFilm(frame) : null;

film?.listen((moment) => {
  const message: FilmMessage = { type: 'mooc.film.moment', moment };
  parent.postMessage(message, location.origin);
});
window.addEventListener('message', ({ origin, source, data }: MessageEvent<FilmMessage>) => {
  if (origin !== location.origin || source !== parent || data.type !== 'mooc.film.go') return;
  if (Number.isFinite(data.seconds)) film?.go(data.seconds);
});

/** What YouTube's player says of itself; source: the messages of its documented iframe interface (`enablejsapi=1`). */
interface YouTubeInfo {
  readonly currentTime?: number;
  readonly duration?: number;
  readonly playerState?: number;
  readonly playbackRate?: number;
}

const states: Readonly<Record<number, FilmMoment['what']>> = { 0: 'ended', 1: 'played', 2: 'paused' };

/** The player is asked by messages, so that no script of theirs is needed on a page of ours. */
function youTubeFilm(player: HTMLIFrameElement): Film {
  const { origin } = new URL(player.src);
  const say = (message: object) => player.contentWindow?.postMessage(JSON.stringify(message), origin);
  player.addEventListener('load', () => say({ event: 'listening', id: 1, channel: 'widget' }));
  return {
    go(seconds) {
      say({ event: 'command', func: 'seekTo', args: [seconds, true] });
      say({ event: 'command', func: 'playVideo', args: [] });
    },
    listen(on) {
      let state = -1;
      let moment: FilmMoment = { what: 'time', at: 0, duration: 0, rate: 1 };
      window.addEventListener('message', (event) => {
        const info = event.origin === origin && event.source === player.contentWindow ? infoIn(event.data) : null;
        if (!info) return;
        const { currentTime: at = moment.at, duration = moment.duration, playbackRate: rate = moment.rate } = info;
        const next = info.playerState ?? state;
        const what = next === state ? 'time' : (states[next] ?? 'time');
        state = next;
        moment = { what, at, duration, rate };
        on(moment);
      });
    },
  };
}

function infoIn(data: unknown): YouTubeInfo | null {
  try {
    const { info } = JSON.parse(String(data)) as { info?: YouTubeInfo };
    return typeof info === 'object' ? info : null;
  } catch {
    return null;
  }
}
