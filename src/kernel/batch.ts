/** How far asking together goes. */
export interface BatchLimits {
  /** Most keys in one run. */
  readonly most_together: number;
  /** Runs at a time: while so many are under way, keys gather for the next. */
  readonly most_underway: number;
}

interface Waiting<K, V> {
  readonly key: K;
  readonly resolve: (value: V) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks for many keys at once what would be asked for one by one, as a group commit does for writing: keys that come in
 * the same turn of the event loop, or while enough runs are under way, share the next run. A lone key waits for nobody.
 *
 * @param run gives a value for each key, in the order of the keys; when it fails, all that asked with it fail
 */
export function askTogether<K, V>(
  run: (keys: readonly K[]) => Promise<readonly V[]>,
  { most_together, most_underway }: BatchLimits,
): (key: K) => Promise<V> {
  const waiting: Waiting<K, V>[] = [];
  let underway = 0;
  let isPlanned = false;

  function plan(): void {
    if (isPlanned || waiting.length === 0 || underway >= most_underway) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void send(waiting.splice(0, most_together));
      plan();
    });
  }

  async function send(batch: readonly Waiting<K, V>[]): Promise<void> {
    underway++;
    try {
      const values = await run(batch.map(({ key }) => key));
      for (const [at, { resolve }] of batch.entries()) resolve(values[at]!);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      underway--;
      plan();
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      plan();
    });
}
