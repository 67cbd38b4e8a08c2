/** What one run of an author's script may use. */
export interface ScriptLimits {
  /** By the clock on the wall: a script that waits is as bad as one that loops. */
  readonly run_ms: number;
  /** For Python's own memory; a script that needs more gets a MemoryError. */
  readonly memory_bytes: number;
  /** For the whole process, Pyodide's own 200 MB included; above it the process is killed. */
  readonly process_bytes: number;
  /** Of processor time, for the whole life of a process: ends one that loops on when its server has died. */
  readonly process_seconds: number;
  /** For what a run answers. */
  readonly answer_bytes: number;
}

/** Open edX gives a script one second of processor time; ours start colder, and two may share a processor. */
export const usualLimits: ScriptLimits = {
  run_ms: 5_000,
  memory_bytes: 256 * 2 ** 20,
  process_bytes: 640 * 2 ** 20,
  process_seconds: 900,
  answer_bytes: 8 * 2 ** 20,
};
