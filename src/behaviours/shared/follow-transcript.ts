import type { Film } from './film.ts';

/** The line that is spoken now is marked, and a click on a line goes there. */
export function followTranscript(section: HTMLElement, film: Film, onUsed: (seconds: number) => void): void {
  const cues = [...section.querySelectorAll<HTMLAnchorElement>('a.cue')];
  const lists = Map.groupBy(cues, (cue) => cue.closest('.transcript-text'));
  const now = new Map<unknown, HTMLAnchorElement>();
  section.addEventListener('click', (event) => {
    const cue = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.cue') : null;
    if (!cue) return;
    event.preventDefault();
    film.go(startOf(cue));
    onUsed(startOf(cue));
  });
  film.listen(({ at }) => {
    for (const [list, lines] of lists) {
      const cue = lines.findLast((line) => startOf(line) <= at + 0.05);
      if (cue === now.get(list)) continue;
      now.get(list)?.removeAttribute('aria-current');
      cue?.setAttribute('aria-current', 'true');
      if (cue) now.set(list, cue);
      if (cue && list instanceof HTMLElement) bringIntoView(list, cue);
    }
  });
}

function startOf(cue: HTMLAnchorElement): number {
  return Number(cue.dataset.start);
}

/** Not while somebody is reading on their own. */
function bringIntoView(list: HTMLElement, cue: HTMLElement): void {
  if (list.contains(document.activeElement) || list.matches(':hover')) return;
  list.scrollTop = cue.offsetTop - list.offsetTop - list.clientHeight / 3;
}
