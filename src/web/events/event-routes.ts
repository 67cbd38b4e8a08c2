import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { limitedNetwork } from '../request/network.ts';
import { permitFor, sourceOf } from '../request/record-event.ts';
import type { Routes } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { createEventMeter } from './event-meter.ts';

const most_bytes = 32_000;
/** Far above what hands can do; a network may be a whole school's. */
const most_perMinute = { person: 600, network: 6_000 } as const;
/** A few at a time: a browser sends them when they have waited for some seconds, or when the page goes. */
const batch = Compile(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 50 }));

/** Where browsers say what was used. What nobody may record is thrown away unread; what is undeclared is refused by key. */
export const eventRoutes: Routes = (site, powers) => {
  const hasRoomFor = createEventMeter();
  site.post(urls.events(), async (c) => {
    const leave = permitFor(c);
    if (!leave) return c.body(null, 204);
    const said = readBatch(await c.req.text());
    if (!said) return c.text(`A list of 1 to 50 events in JSON is wanted, of at most ${most_bytes} bytes.`, 400);
    const { reader } = c.var;
    const from = reader?.personId ?? limitedNetwork(c, powers.config.trustedProxies);
    if (!hasRoomFor(from, said.length, reader ? most_perMinute.person : most_perMinute.network))
      return c.body(null, 429);
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
