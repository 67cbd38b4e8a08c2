/** What comes of the promise, or null when it takes longer; it then goes on by itself. */
export async function withinTime<T>(wait_ms: number, promise: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const clock = setTimeout(() => resolve(null), wait_ms);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(clock);
  }
}
