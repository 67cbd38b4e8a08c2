import { createHash, timingSafeEqual } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { acceptVerdict, type GraderTask, takeForGrader } from '../../domains/learning/index.ts';
import type { Routes, SiteContext } from '../request/site-context.ts';
import { urls } from '../urls.ts';

const longestMessage_chars = 20_000;

const askSchema = Type.Object(
  { queue: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);
const verdictSchema = Type.Object(
  {
    score: Type.Number({ minimum: 0, maximum: 1 }),
    message: Type.Optional(Type.String({ maxLength: longestMessage_chars })),
  },
  { additionalProperties: false },
);
const ask = Compile(askSchema);
const verdict = Compile(verdictSchema);

/** How graders outside of the site fetch answers and judge them; README.md beside is their manual. */
export const graderRoutes: Routes = (site, { config, database, versions }) => {
  site.post(urls.nextToGrade(), async (c) => {
    const refused = refuseStranger(c, config.graderToken);
    if (refused) return refused;
    const asked = await readJson(c);
    if (!ask.Check(asked)) return say(c, 400, 'Send {"queue": "NAME"} as JSON.');
    const { queue } = asked as Static<typeof askSchema>;
    const task = await database.write('provide', (w) => takeForGrader(w, queue));
    return task ? c.json(taskJson(task)) : c.body(null, 204);
  });

  site.post(urls.graded(':id').replace('%3A', ':'), async (c) => {
    const refused = refuseStranger(c, config.graderToken);
    if (refused) return refused;
    const said = await readJson(c);
    if (!verdict.Check(said)) {
      return say(
        c,
        400,
        `Send {"score": 0 to 1, "message": "at most ${longestMessage_chars} characters of HTML"} as JSON.`,
      );
    }
    const { score, message = '' } = said as Static<typeof verdictSchema>;
    const id = c.req.param('id') ?? '';
    if (!uuid.test(id)) return say(c, 404, 'No such answer waits.');
    const done = await database.write('provide', (w) => acceptVerdict(w, versions, id, { score, message }));
    return done.type === 'accepted'
      ? c.body(null, 204)
      : say(c, 404, 'No such answer waits: it was judged, or erased.');
  });
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Without a token set by the operator there is nothing here. */
function refuseStranger(c: SiteContext, token: string | null): Response | null {
  if (token === null) return say(c, 404, 'This site has no graders: its operator sets GRADER_TOKEN to connect some.');
  const shown = /^Bearer ([!-~]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (shown !== undefined && timingSafeEqual(digest(shown), digest(token))) return null;
  c.header('www-authenticate', 'Bearer');
  return say(c, 401, 'Show the token of GRADER_TOKEN in the header Authorization: Bearer TOKEN.');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** What was sent, without the character 0, which no text of the database holds; null when it is no JSON. */
async function readJson(c: SiteContext): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text(), (_name, value) =>
      typeof value === 'string' ? value.replaceAll('\0', '') : value,
    );
  } catch {
    return null;
  }
}

function say(c: SiteContext, status: 400 | 401 | 404, error: string): Response {
  return c.json({ error }, status);
}

function taskJson({ id, queue, courseKey, blockId, attempt, payload, seed, answers, askedAt }: GraderTask) {
  return {
    id,
    queue,
    course: courseKey,
    block: blockId,
    attempt,
    seed,
    payload,
    answers,
    asked_at: askedAt.toISOString(),
  };
}
