/**
 * Every key that a log line may have, with its kind and what it is. Nothing here is about a person: no address, no
 * name, no id of somebody; the pattern of a route, never what was asked for.
 */
const logFields = {
  route: { kind: 'text', what: 'pattern of the route that was asked for' },
  method: { kind: 'text', what: 'method of the request' },
  status: { kind: 'number', what: 'status of the response' },
  duration_ms: { kind: 'number', what: 'how long it took' },
  course: { kind: 'text', what: 'key of a course' },
  count: { kind: 'number', what: 'how many' },
  task: { kind: 'text', what: 'name of a piece of timed work' },
} as const;

type Value = { readonly text: string; readonly number: number };

/** What a log line says beside its message. A key that is not declared does not compile. */
export type LogFields = { readonly [K in keyof typeof logFields]?: Value[(typeof logFields)[K]['kind']] };

const longest_chars = 200;

/**
 * Keeps what is declared and of its kind. What is not is left out and named under `refused`, without its value: a log
 * must never bring the site down, nor carry what nobody declared.
 */
export function declaredOnly(fields: LogFields): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  const refused: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (isDeclared(key, value)) kept[key] = value;
    else refused.push(key);
  }
  return refused.length > 0 ? { ...kept, refused } : kept;
}

function isDeclared(key: string, value: unknown): boolean {
  if (!Object.hasOwn(logFields, key)) return false;
  const { kind } = logFields[key as keyof typeof logFields];
  return kind === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.length <= longest_chars;
}
