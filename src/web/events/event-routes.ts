import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { permitFor, sourceOf } from '../request/record-event.ts';
import type { Routes } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { createEventMeter } from './event-meter.ts';

const most_bytes = 32_000;
/** Far above what hands can do. */
const most_perMinute = 600;
/** A few at a time: a browser sends them when they have waited for some seconds, or when the page goes. */
const batch = Compile(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 50 }));

/**
 * Where browsers say what was used, for people whose yes stands: of all others it is thrown away unread. What is undeclared
 * is refused by key.
 */
export const eventRoutes: Routes = (site, powers) => {
  const hasRoomFor = createEventMeter();
  site.post(urls.events(), async (c) => {
    const leave = permitFor(c);
    if (leave?.detail !== 'visit' || leave.personId === null) return c.body(null, 204);
    const said = readBatch(await c.req.text());
    if (!said) return c.text(`A list of 1 to 50 events in JSON is wanted, of at most ${most_bytes} bytes.`, 400);
    if (!hasRoomFor(leave.personId, said.length, most_perMinute)) return c.body(null, 429);
    const source = sourceOf(c, powers);
    const refusals = said
      .map((event) => powers.intake.recordFromBrowser(leave, source, event))
      .flatMap((answer) => (answer.type === 'refused' && answer.because === 'undeclared' ? [answer.problems] : []));
    return refusals.length > 0 ? c.text(refusals.join('\n'), 422) : c.body(null, 204);
  });
};

function readBatch(text: string): readonly unknown[] | null {
  if (text.length > most_bytes) return null;
  try {
    const said: unknown = JSON.parse(text);
    return batch.Check(said) ? said : null;
  } catch {
    return null;
  }
}
