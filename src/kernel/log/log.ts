import type { Clock } from '../clock.ts';
import { describeError } from './describe-error.ts';
import { declaredOnly, type LogFields } from './log-fields.ts';

/** A text that stands in the source as it is: one with a value put in has another type, and does not compile. */
type Written<M extends string> = Record<never, never> extends Record<M, 1> ? never : M;

/** Where the process says what it does. Values go into declared fields, never into messages. */
export interface Log {
  info<const M extends string>(message: M & Written<M>, fields?: LogFields): void;
  warn<const M extends string>(message: M & Written<M>, fields?: LogFields): void;
  /** A fault: name and places of the error, never its values. */
  fault<const M extends string>(message: M & Written<M>, error: unknown, fields?: LogFields): void;
  /** A request that was answered. Written a little later, many at once. */
  request(fields: Required<Pick<LogFields, 'route' | 'method' | 'status' | 'duration_ms'>>): void;
}

const requestDelay_ms = 100;
const mostWaiting = 200;

/** JSON, one object a line; in a terminal, lines for people, without the requests. */
export function createLog(options: {
  /** Gets whole lines. */
  readonly write: (text: string) => void;
  readonly now: Clock;
  readonly isTerminal?: boolean;
  /** Told of each fault, to count it. */
  readonly onFault?: () => void;
}): Log {
  const { write, now, isTerminal = false, onFault = () => {} } = options;
  const waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0) write(waiting.splice(0).join(''));
  };
  const format = isTerminal ? forPeople : forMachines;
  const line = (level: string, message: string, fields: object) =>
    `${format({ time: now().toISOString(), level, message, ...fields })}\n`;
  const sayNow = (level: string, message: string, fields: object) => {
    waiting.push(line(level, message, fields));
    flush();
  };
  const sayLater = later(waiting, flush);
  return {
    info: (message, fields = {}) => sayNow('info', message, declaredOnly(fields)),
    warn: (message, fields = {}) => sayNow('warning', message, declaredOnly(fields)),
    fault: (message, error, fields = {}) => {
      onFault();
      sayNow('error', message, { ...declaredOnly(fields), ...describeError(error) });
    },
    request: (fields) => {
      if (!isTerminal) sayLater(line('info', 'request', declaredOnly(fields)));
    },
  };
}

/** Thousands of requests a second are not thousands of writes. What waits is written at the end of the process too. */
function later(waiting: string[], flush: () => void): (line: string) => void {
  let timer: NodeJS.Timeout | null = null;
  let isWired = false;
  const run = () => {
    timer = null;
    flush();
  };
  return (line) => {
    if (!isWired) process.once('exit', flush);
    isWired = true;
    waiting.push(line);
    if (waiting.length >= mostWaiting) flush();
    else if (!timer) timer = setTimeout(run, requestDelay_ms).unref();
  };
}

interface Line {
  readonly time: string;
  readonly level: string;
  readonly message: string;
}

function forMachines(line: Line): string {
  return JSON.stringify(line);
}

function forPeople({ time, level, message, ...fields }: Line): string {
  const said = Object.entries(fields).map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(' ') : value}`);
  return [time.slice(11, 19), ...(level === 'info' ? [] : [`${level}:`]), message, ...said].join(' ');
}
