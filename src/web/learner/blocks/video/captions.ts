/** One line of a transcript, in seconds. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** More than a day of talk. */
const most_cues = 20_000;

/** Reads what Open edX courses have: SubRip (`.srt`), WebVTT, and Open edX's own `.sjson`. Empty when it is none of them. */
export function readCaptions(source: string): readonly Cue[] {
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const cues = text.startsWith('{') ? readSjson(text) : readTimedText(text);
  return cues.filter((cue) => cue.text !== '').slice(0, most_cues);
}

/** `{"start": [ms, …], "end": [ms, …], "text": ["…", …]}` */
function readSjson(source: string): readonly Cue[] {
  let parsed: { start?: unknown; end?: unknown; text?: unknown };
  try {
    parsed = JSON.parse(source) as typeof parsed;
  } catch {
    return [];
  }
  const { start, end, text } = parsed;
  if (!Array.isArray(start) || !Array.isArray(end) || !Array.isArray(text)) return [];
  return text.map((words, at) => ({
    start: seconds(start[at]),
    end: seconds(end[at]),
    text: plain(typeof words === 'string' ? words : ''),
  }));
}

function seconds(milliseconds: unknown): number {
  return typeof milliseconds === 'number' && Number.isFinite(milliseconds) ? Math.max(0, milliseconds) / 1000 : 0;
}

const timing = /^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

/** SubRip and WebVTT are the same but for the comma: a line of times, then lines of text up to an empty one. */
function readTimedText(source: string): readonly Cue[] {
  const cues: Cue[] = [];
  for (const block of source.split(/\n\s*\n/)) {
    const lines = block.split('\n');
    const at = lines.findIndex((line) => timing.test(line));
    if (at < 0) continue;
    const [, h1, m1, s1, f1, h2, m2, s2, f2] = timing.exec(lines[at]!)!;
    cues.push({
      start: instant(h1, m1!, s1!, f1!),
      end: instant(h2, m2!, s2!, f2!),
      text: plain(lines.slice(at + 1).join(' ')),
    });
  }
  return cues;
}

function instant(hours: string | undefined, minutes: string, secs: string, fraction: string): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(secs) + Number(fraction.padEnd(3, '0')) / 1000;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  apos: "'",
};

function plain(text: string): string {
  return text
    .replace(/<[^<>]*>|\{\\[^{}]*\}/g, '')
    .replace(/&(#39|\w+);/g, (written, name: string) => entities[name] ?? written)
    .replace(/\s+/g, ' ')
    .trim();
}

/** WebVTT, the one form that browsers show. */
export function writeWebVtt(cues: readonly Cue[]): string {
  const body = cues.map(({ start, end, text }) => {
    const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `${stamp(start)} --> ${stamp(Math.max(end, start + 0.1))}\n${words}\n`;
  });
  return `WEBVTT\n\n${body.join('\n')}`;
}

function stamp(time: number): string {
  const milliseconds = Math.round(time * 1000);
  const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
  const [h, m, s] = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    Math.floor(milliseconds / 1000) % 60,
  ];
  return `${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}.${pad(milliseconds % 1000, 3)}`;
}
