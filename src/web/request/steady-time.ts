import { setTimeout } from 'node:timers/promises';

/** More than the work behind a form takes on a machine that is not overrun. */
const steady_ms = 200;

/** Does the work in a time that does not tell what came of it: an account that is there costs a letter, none costs nothing. */
export async function inSteadyTime<T>(work: Promise<T>): Promise<T> {
  const [done] = await Promise.all([work, setTimeout(steady_ms)]);
  return done;
}
