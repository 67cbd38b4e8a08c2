import type { MiddlewareHandler } from 'hono';
import { hashSecret, isStale } from '../../../domains/identity/index.ts';
import { type OpenUnit, seenOnPage, showProblems, showVotes, unanswered } from '../../../domains/learning/index.ts';
import { versionsAt } from '../../../domains/policy/index.ts';
import { must } from '../../../kernel/errors.ts';
import type { Powers } from '../../../powers.ts';
import { type Words, wordsFor } from '../../i18n.ts';
import { noteGoingOn } from '../../request/going-on.ts';
import { isRecorded, recordEvent } from '../../request/record-event.ts';
import { secureHeaders } from '../../request/security-headers.ts';
import { readSecret } from '../../request/session.ts';
import type { Site, SiteContext, Variables } from '../../request/site-context.ts';
import { unitPattern } from '../patterns.ts';
import { createProblemWriter } from '../problem/problem-html.ts';
import { type AskedHole, fillAsked } from '../render/index.ts';
import { fillPage } from './fill-page.ts';
import { createTemplateCache } from './template-cache.tsx';

/**
 * The hottest page, ahead of all that other pages go through: one statement says who it is, whether they may, and how
 * far they are. Whatever is not an open unit of a signed-in learner goes on the usual way.
 */
export function serveUnits(site: Site, powers: Powers): void {
  const { database, documents, learning } = powers;
  const templateFor = createTemplateCache();
  const writeProblem = createProblemWriter(powers);
  const r = database.read('provide');

  const handler: MiddlewareHandler<{ Variables: Variables }> = async (c, next) => {
    const secret = readSecret(c);
    if (!secret) return next();
    const { courseKey = '', blockId = '' } = c.req.param() as { courseKey?: string; blockId?: string };
    const now = r.now();
    const asked = { tokenHash: hashSecret(secret), courseKey, unitId: blockId, documents: versionsAt(documents, now) };
    const answer = await learning.unitPages.open(asked);
    if (answer.type !== 'open' || answer.page.person.isRestricted || isStale(answer.page.person.seen_at, now))
      return next();
    return respondWithUnit(c, answer.page, now);
  };

  async function respondWithUnit(c: SiteContext, open: OpenUnit, now: Date): Promise<Response> {
    const { reader, unit, person } = open;
    const { version, outline, courseKey } = reader;
    c.set('reader', person);
    c.set('words', wordsFor(person.language ?? c.req.header('accept-language') ?? null, person.timeZone ?? undefined));
    const { words, assets, siteName, news } = c.var;
    const { block } = unit;
    const kept =
      learning.units.peek(version, block, words.language) ?? (await learning.units.get(version, block, words.language));
    const { problems, scripts } = await problemsFor(open, words);
    const frame = { words, reader: person, assets, siteName, news, isRecorded: isRecorded(c) };
    const template = templateFor({ ...frame, outline, unit, kept, scripts });
    const votes = await showVotes(r, reader, unit.asked);
    const asked = (hole: AskedHole) => fillAsked(hole, votes.get(hole.blockId) ?? unanswered, { courseKey, words });
    const html = fillPage(template, { open, problems, asked, words, now });
    const seen = seenOnPage(reader, unit, new Set(open.completed));
    const isCollected = person.standing !== 'disagrees';
    if (isCollected && reader.isEnrolled && (seen.length > 0 || open.isNewPosition)) {
      learning.seen.note({ personId: person.personId, courseKey, unitId: unit.id, seen });
    }
    recordEvent(c, powers, {
      type: 'page.visited',
      data: { page: 'learn.course-key.unit.block-id' },
      courseKey,
      blockId: unit.id,
    });
    await noteGoingOn(c, powers);
    return c.body(html, 200, {
      ...secureHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
    });
  }

  async function problemsFor({ reader, unit, states }: OpenUnit, words: Words) {
    const problems = new Map<string, string>();
    const scripts: string[] = [];
    for (const [id, shown] of await showProblems(r, learning, reader, unit.problems, states)) {
      const block = must(reader.version.blocks.get(id), 'a problem of the unit');
      const written = await writeProblem(shown, { version: reader.version, block, isStaff: reader.isStaff, words });
      problems.set(id, written.html);
      scripts.push(...written.scripts);
    }
    return { problems, scripts };
  }

  site.get(unitPattern, handler);
}
