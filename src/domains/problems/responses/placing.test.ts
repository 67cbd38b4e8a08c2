import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { drawProblem } from '../draw-problem.ts';
import type { Problem } from '../problem.ts';
import { readPlacing } from '../read-placing.ts';
import type { Json } from '../script-runner.ts';
import { graded, mark } from '../testing.ts';

const lakes: Readonly<Record<string, Json>> = {
  targetImg: '/static/map.png',
  targetImgDescription: 'A map',
  zones: [
    { uid: 'north', title: 'The <i>north</i>', x: 10, y: '20', width: 100, height: 50 },
    { title: 'South', x: 0, y: 0, width: 5, height: 5 },
  ],
  items: [
    { id: 0, displayName: 'Ohrid', zones: ['South'], feedback: { correct: 'Yes.', incorrect: 'No.' } },
    { id: 1, displayName: '<b>Inari</b>', zones: ['north', 'South'], feedback: { correct: '', incorrect: '' } },
    { id: 2, displayName: 'Baltic', zones: [], feedback: { correct: '', incorrect: 'No lake.' } },
    { id: 3, displayName: 'Bled', zone: 'South' },
  ],
  feedback: { start: '', finish: '<p>All done.</p>' },
  explanation: '<p>Look at a map</p>',
};

function placing(data: Json, maxItemsPerZone: number | null = null): Problem {
  const source = readPlacing({ data, question: '<p>Where?<br>Drag.', maxItemsPerZone });
  if (source.type === 'broken') throw new Error(source.because);
  const problem = drawProblem(source, 1);
  if (problem.type === 'broken') throw new Error(problem.because);
  return problem;
}
const sent = (places: Record<string, string>) =>
  JSON.stringify(Object.entries(places).map(([id, zone]) => ({ [id]: zone })));

describe('things to put into zones', () => {
  it.each([
    [{ 0: 'South', 1: 'north', 3: 'South' }, 'correct 4'],
    [{ 0: 'South', 1: 'South', 3: 'South' }, 'correct 4'],
    [{ 0: 'north' }, 'partially-correct 1'],
    [{ 0: 'South', 2: 'north' }, 'partially-correct 1'],
    [{ 0: 'north', 2: 'South' }, 'incorrect 0'],
    [{}, 'incorrect 0'],
  ])('%j is %s', (places, expected) => {
    expect(mark(placing(lakes), sent(places as Record<string, string>))).toBe(expected);
    expect(mark(placing(lakes), 'no JSON')).toBe('incorrect 0');
  });

  it('says what the author says to each that was placed, and at the end', () => {
    const said = (places: Record<string, string>) =>
      graded(placing(lakes), sent(places)).feedback.map(({ isRight, texts }) => [isRight, ...texts]);
    expect(said({ 0: 'north', 2: 'north' })).toEqual([
      [false, 'No.'],
      [false, 'No lake.'],
    ]);
    expect(said({ 0: 'South', 1: 'north', 3: 'South' })).toEqual([
      [true, 'Yes.'],
      [true, '<p>All done.</p>'],
    ]);
  });

  it('shows where they belong, and tells nothing of it before', () => {
    const problem = placing(lakes, 1);
    expect(answersOf(problem).inputs['2_1']).toBe(
      '<div>Ohrid: South</div><div>Inari: The north / South</div><div>Bled: South</div>',
    );
    expect(problem.solutions).toHaveLength(1);
    const body = JSON.stringify(problem.body);
    expect(body).toContain('"onePerTarget":true');
    expect(body).toContain('{"id":"north","label":"The north","x":10,"y":20,"width":100,"height":50}');
    expect(body).not.toMatch(/Yes\.|No lake|All done|Look at a map/);
  });

  it('is broken without things or zones', () => {
    for (const data of [null, {}, { ...lakes, items: [] }, { ...lakes, zones: 'none' }]) {
      expect(readPlacing({ data, question: '', maxItemsPerZone: null }).type).toBe('broken');
    }
  });
});
