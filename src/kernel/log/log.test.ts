import { afterEach, expect, it, vi } from 'vitest';
import { createLog, type Log } from './log.ts';
import type { LogFields } from './log-fields.ts';

afterEach(() => vi.useRealTimers());

const now = () => new Date('2026-11-24T09:30:00Z');

function aLog(isTerminal = false): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const log = createLog({ write: (text) => lines.push(...text.split('\n').filter(Boolean)), now, isTerminal });
  return { log, lines };
}

it('writes one JSON object a line', () => {
  const { log, lines } = aLog();
  log.info('imported', { course: 'course-v1:LakeU+Fish+1', count: 3 });
  expect(JSON.parse(lines[0]!)).toEqual({
    time: '2026-11-24T09:30:00.000Z',
    level: 'info',
    message: 'imported',
    course: 'course-v1:LakeU+Fish+1',
    count: 3,
  });
});

it('refuses a key that nobody declared, by its name and without its value', () => {
  const { log, lines } = aLog();
  const undeclared = { count: 1, email: 'ada@example.org', constructor: 'x' } as LogFields;
  log.info('signed up', undeclared);
  expect(JSON.parse(lines[0]!)).toMatchObject({ count: 1, refused: ['email', 'constructor'] });
  expect(lines[0]).not.toContain('ada@');
  // @ts-expect-error: what is not declared does not compile
  log.info('signed up', { email: 'ada@example.org' });
});

it('refuses a value of another kind', () => {
  const { log, lines } = aLog();
  log.warn('odd', { status: 'ada@example.org' } as unknown as LogFields);
  expect(lines[0]).toContain('"refused":["status"]');
  expect(lines[0]).not.toContain('ada@');
});

it('takes only messages that stand in the source', () => {
  const { log } = aLog();
  const name: string = 'Ada';
  // @ts-expect-error: a message with a value in it does not compile
  log.info(`hello ${name}`);
  // @ts-expect-error: nor does any text
  log.info(name);
});

it('tells a fault by name, code and places, never by its message', () => {
  const { log, lines } = aLog();
  const error = Object.assign(new Error('Key (email)=(ada@example.org) already exists'), { code: '23505' });
  log.fault('request failed', error, { route: '/account' });
  const said = JSON.parse(lines[0]!) as { error: string; places: string[] };
  expect(said).toMatchObject({ level: 'error', error: 'Error 23505', route: '/account' });
  expect(said.places[0]).toContain('log.test.ts');
  expect(lines[0]).not.toContain('ada@');
});

it('gathers requests, and writes them before what comes after them', () => {
  vi.useFakeTimers();
  const { log, lines } = aLog();
  const request = { route: '/courses/:course', method: 'GET', status: 200, duration_ms: 2 };
  log.request(request);
  expect(lines).toEqual([]);
  log.info('then');
  expect(lines.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['request', 'then']);
  log.request(request);
  vi.advanceTimersByTime(100);
  expect(lines).toHaveLength(3);
});

it('speaks to people in a terminal, and spares them the requests', () => {
  const { log, lines } = aLog(true);
  log.request({ route: '/', method: 'GET', status: 200, duration_ms: 1 });
  log.warn('mail waits', { count: 2 });
  expect(lines).toEqual(['09:30:00 warning: mail waits count=2']);
});
