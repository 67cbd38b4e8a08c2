/** What happens with a film: it runs, or somebody does something with it. Times in seconds. */
export interface FilmMoment {
  readonly what: 'time' | 'played' | 'paused' | 'ended' | 'sought' | 'speed-set';
  readonly at: number;
  /** 0 while it is not known. */
  readonly duration: number;
  readonly rate: number;
}

/** A film, wherever it plays. */
export interface Film {
  go(seconds: number): void;
  listen(on: (moment: FilmMoment) => void): void;
}

/** What a film's frame and its page say to each other. Both are pages of ours, of one origin. */
export type FilmMessage =
  | { readonly type: 'mooc.film.moment'; readonly moment: FilmMoment }
  | { readonly type: 'mooc.film.go'; readonly seconds: number };

const happenings: Readonly<Record<string, FilmMoment['what']>> = {
  timeupdate: 'time',
  play: 'played',
  pause: 'paused',
  ended: 'ended',
  seeked: 'sought',
  ratechange: 'speed-set',
};

/** The browser's own player. */
export function filmOf(video: HTMLVideoElement): Film {
  return {
    go(seconds) {
      video.currentTime = seconds;
      void video.play();
    },
    listen(on) {
      for (const [event, what] of Object.entries(happenings)) {
        video.addEventListener(event, () => {
          const { currentTime: at, duration, playbackRate: rate } = video;
          on({ what, at, duration: Number.isFinite(duration) ? duration : 0, rate });
        });
      }
    },
  };
}

/** A film in a frame that a click puts into `place`. */
export function framedFilm(place: HTMLElement): Film {
  const frame = () => place.querySelector<HTMLIFrameElement>('iframe.film-frame')?.contentWindow;
  return {
    go(seconds) {
      const message: FilmMessage = { type: 'mooc.film.go', seconds };
      if (frame()) frame()!.postMessage(message, location.origin);
      else place.scrollIntoView({ block: 'nearest' });
    },
    listen(on) {
      window.addEventListener('message', ({ origin, source, data }: MessageEvent<FilmMessage>) => {
        if (origin !== location.origin || source === null || source !== frame()) return;
        if (data.type === 'mooc.film.moment') on(data.moment);
      });
    },
  };
}
