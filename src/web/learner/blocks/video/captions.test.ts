import { describe, expect, it } from 'vitest';
import { readCaptions, writeWebVtt } from './captions.ts';

describe('captions', () => {
  it('are read from SubRip, with Windows line ends, markup and a byte order mark', () => {
    const source =
      '\uFEFF1\r\n00:00:01,500 --> 00:00:03,000\r\n<i>Water</i> &amp;\r\nstones\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\nThe end\r\n';
    expect(readCaptions(source)).toEqual([
      { start: 1.5, end: 3, text: 'Water & stones' },
      { start: 60, end: 62, text: 'The end' },
    ]);
  });

  it('are read from WebVTT with settings and notes', () => {
    const source = 'WEBVTT\n\nNOTE by Chidi\n\nfirst\n00:01.500 --> 00:03.000 align:start\nWater\n';
    expect(readCaptions(source)).toEqual([{ start: 1.5, end: 3, text: 'Water' }]);
  });

  it('are read from Open edX’s own form', () => {
    const source = '{"start": [0, 1500], "end": [1500, 3000], "text": ["", "Water&#39;s edge"]}';
    expect(readCaptions(source)).toEqual([{ start: 1.5, end: 3, text: "Water's edge" }]);
  });

  it('that are none give none', () => {
    expect(readCaptions('{"start": 3}')).toEqual([]);
    expect(readCaptions('{broken')).toEqual([]);
    expect(readCaptions('A letter to Ada')).toEqual([]);
  });

  it('go out as WebVTT in which no text is markup', () => {
    const vtt = writeWebVtt([{ start: 3661.25, end: 3661.25, text: 'a <b> --> & c' }]);
    expect(vtt).toBe('WEBVTT\n\n01:01:01.250 --> 01:01:01.350\na &lt;b&gt; --&gt; &amp; c\n');
    expect(readCaptions(vtt)).toHaveLength(1);
  });
});
