import type { Block } from '../../../domains/courses/index.ts';
import {
  atBlock,
  type CourseReader,
  isProblemTag,
  type Lock,
  markWatched,
  type OutlineUnit,
  rememberVideoPosition,
  videosToWatch,
} from '../../../domains/learning/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { enter, respondClosed, respondLocked, unitIn } from '../course/enter.tsx';
import { unitPattern } from '../patterns.ts';
import { problemPlace } from '../problem-place.ts';
import { closedUntil } from './closed-until.ts';

/** The ways to units that are not their own address, and what videos send. */
export const unitWays: Routes = (site, powers) => {
  const now = () => powers.database.read('provide').now();

  // Only what is no open unit comes this far: a section, a component, or what is closed.
  site.get(unitPattern, async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    return leadTo(c, reader, c.req.param('blockId') ?? '', now());
  });

  site.get('/learn/:courseKey/jump/:name', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const name = c.req.param('name');
    const block = [...reader.version.blocks.values()].find((one) => one.name === name || one.id === name);
    return block ? leadTo(c, reader, block.id, now()) : respondNotFound(c);
  });

  site.post('/learn/:courseKey/watched/:blockId', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const tooMany = await refuseTooMany(c, powers, { what: 'form', who: reader.personId });
    if (tooMany) return tooMany;
    const unit = unitIn(c, reader);
    const ids = unit ? videosToWatch(reader, unit, new Set()) : [c.req.param('blockId')];
    const videos = ids.flatMap((id) => atBlock(reader, id, now()) ?? []);
    await powers.database.write('provide', async (w) => {
      for (const video of videos) await markWatched(w, video);
    });
    return c.redirect(urls.unit(reader.courseKey, unit?.id ?? videos[0]?.unit.id ?? ''), 303);
  });

  site.post('/learn/:courseKey/video/:blockId', (c) => keepPosition(c, powers));
};

async function keepPosition(c: SiteContext, powers: Powers): Promise<Response> {
  const reader = await enter(c, powers);
  if (reader instanceof Response) return reader;
  const tooMany = await refuseTooMany(c, powers, { what: 'form', who: reader.personId });
  if (tooMany) return tooMany;
  const at = atBlock(reader, c.req.param('blockId') ?? '', powers.database.read('provide').now());
  if (!at) return respondNotFound(c);
  const { seconds, duration } = await readForm(c, ['seconds', 'duration']);
  const done = await powers.database.write('provide', (w) =>
    rememberVideoPosition(w, at, Number(seconds || Number.NaN), Number(duration)),
  );
  return c.body(null, done.type === 'remembered' ? 204 : 422);
}

/** To the unit that a block stands in, or to the first unit below it. */
function leadTo(c: SiteContext, reader: CourseReader, blockId: string, now: Date): Response {
  const { outline, version, courseKey } = reader;
  const block = version.blocks.get(blockId);
  if (!block) return respondNotFound(c);
  const unit = outline.unitOf.get(blockId) ?? firstBelow(outline.units, blockId);
  const lock = unit ? null : lockOf(reader, block);
  if (lock) return respondLocked(c, reader, lock);
  if (!unit) return respondClosed(c, reader, closedUntil(reader, block, now));
  const anchor = isProblemTag(block.tag) ? `#${problemPlace(blockId)}` : '';
  return c.redirect(`${urls.unit(courseKey, unit.id)}${anchor}`, 303);
}

/** What keeps the subsection closed that a block stands in. */
function lockOf({ locks }: Pick<CourseReader, 'locks'>, block: Block): Lock | null {
  return locks.get(block.id) ?? (block.parent ? lockOf({ locks }, block.parent) : null);
}

function firstBelow(units: readonly OutlineUnit[], id: string): OutlineUnit | null {
  return units.find(({ section, subsection }) => section.id === id || subsection.id === id) ?? null;
}
