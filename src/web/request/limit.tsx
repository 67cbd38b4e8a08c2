import { type Limited, takeTurn } from '../../domains/identity/index.ts';
import type { Powers } from '../../powers.ts';
import { respondWithNews } from '../layout/message-page.tsx';
import { limitedNetwork } from './network.ts';
import type { SiteContext } from './site-context.ts';

/** One thing that is counted: by what, and by whom. Without `who`, by the network of the request. */
export interface CountedTurn {
  readonly what: Limited;
  readonly who?: string;
}

/** Counts the turns of a request, each by itself. Null when all are granted, else the page that says when to try again. */
export async function refuseTooMany(
  c: SiteContext,
  { config, database }: Powers,
  ...turns: readonly CountedTurn[]
): Promise<Response | null> {
  for (const { what, who = limitedNetwork(c, config.trustedProxies) } of turns) {
    const turn = await database.write('secure', (w) => takeTurn(w, { what, who }));
    if (turn.type === 'refused') return respondTooMany(c, turn.retry_after_s);
  }
  return null;
}

function respondTooMany(c: SiteContext, retry_after_s: number): Response {
  const { t } = c.var.words;
  c.header('retry-after', String(retry_after_s));
  const text = t('error.tooMany.text', { minutes: Math.ceil(retry_after_s / 60) });
  return respondWithNews(c, { title: t('error.tooMany.title'), text }, 429);
}
