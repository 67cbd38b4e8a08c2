/** The keys that a log line may have, with what they are. Nothing about a person is among them. */
export interface LogFields {
  /** Pattern of the route, never the address asked for. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly duration_ms?: number;
  readonly course?: string;
  readonly count?: number;
  readonly task?: string;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  /** A fault: name and place of the error, never its values. */
  fault(message: string, error: unknown, fields?: LogFields): void;
}

/** One JSON object a line. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  const say = (level: string, message: string, fields: object) =>
    write(JSON.stringify({ time: now().toISOString(), level, message, ...fields }));
  return {
    info: (message, fields = {}) => say('info', message, fields),
    fault: (message, error, fields = {}) => say('fault', message, { ...fields, ...describe(error) }),
  };
}

/** Messages of errors may hold values (PostgreSQL's do), so only the name, code and stack's places are kept. */
function describe(error: unknown): { error: string; stack?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return {
    error: typeof code === 'string' ? `${error.name} ${code}` : error.name,
    stack: places.map((line) => line.trim()),
  };
}
