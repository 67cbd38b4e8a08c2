/** What JSON can hold: all that passes between a problem and its author's script. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * One run of an author's Python. The code is run in a fresh namespace that holds `globals`, with `random` seeded by
 * `seed` under Python 2.7's drawing rules and with `math`, `random`, `calc`, `chemcalc` and the other helper modules
 * there without import. Nothing is kept from one run to the next.
 */
export interface ScriptJob {
  /** Python source. The domain has already joined the author's scripts and put its own last lines behind them. */
  readonly code: string;
  readonly seed: number;
  /** Names that the code finds in its namespace before its first line. */
  readonly globals: { readonly [name: string]: Json };
  /** The only names whose values are wanted afterwards; null for all that JSON can hold. */
  readonly wanted: readonly string[] | null;
}

/** A variable after the run: its value through JSON (tuples are lists), and that value as Python's `str()` prints it. */
export interface ScriptValue {
  readonly value: Json;
  readonly printed: string;
}

/** `failed` with the exception's own text; `stopped` when the run met a limit of time or memory or reached for what it must not. */
export type ScriptOutcome =
  | { readonly type: 'ran'; readonly variables: { readonly [name: string]: ScriptValue } }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'stopped'; readonly message: string };

/** Runs Python somewhere else. Never rejects for what the script does: that is an outcome. */
export type ScriptRunner = (job: ScriptJob) => Promise<ScriptOutcome>;

/** What the author's script gave for one seed; {@link drawProblem} puts its variables into the text. */
export type ScriptResult = ScriptOutcome;
