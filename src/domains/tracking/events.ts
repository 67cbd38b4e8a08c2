import Type, { type Static, type TObject } from 'typebox';

/**
 * Every type of event that may be recorded, with each of its keys. What is not here cannot be stored. No event holds
 * what somebody typed: controls, choices and numbers only.
 */
interface EventType<D extends TObject = TObject> {
  /** One sentence for readers of 'what we collect'. */
  readonly what: string;
  /** Who may say that it happened: the site itself, or a script in the reader's browser. */
  readonly saidBy: 'site' | 'browser';
  readonly data: D;
}

function event<D extends TObject>(saidBy: EventType['saidBy'], what: string, data: D): EventType<D> {
  return { what, saidBy, data };
}

const closed = { additionalProperties: false } as const;
const name = Type.String({ pattern: '^[a-z][a-z0-9.-]{0,59}$' });
const seconds = Type.Number({ minimum: 0, maximum: 604_800 });
const count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const language = Type.String({ pattern: '^[A-Za-z0-9-]{1,35}$' });
const at = Type.Object({ at_s: seconds }, closed);

/** The declared types: what each tells, who may say it, and its keys. */
export const eventTypes = {
  'page.visited': event('site', 'which page was opened', Type.Object({ page: name }, closed)),
  'control.used': event('browser', 'which link or button was used', Type.Object({ control: name }, closed)),
  'course.enrolled': event('site', 'that you enrolled', Type.Object({}, closed)),
  'course.left': event('site', 'that you left a course', Type.Object({}, closed)),
  'search.done': event(
    'site',
    'that you searched, and how much was found; never for what',
    Type.Object({ scope: Type.Union([Type.Literal('catalogue'), Type.Literal('course')]), found: count }, closed),
  ),
  'bookmark.set': event('site', 'that you set or took away a bookmark', Type.Object({ isSet: Type.Boolean() }, closed)),
  'problem.answered': event(
    'site',
    'that you answered a problem, and how well',
    Type.Object({ attempt: count, score: Type.Number(), most: Type.Number() }, closed),
  ),
  'problem.saved': event('site', 'that you saved an answer', Type.Object({}, closed)),
  'problem.reset': event('site', 'that you began a problem anew', Type.Object({}, closed)),
  'problem.answer-shown': event('site', 'that you looked at the solution', Type.Object({}, closed)),
  'problem.hint-shown': event('site', 'that you asked for a hint', Type.Object({ hint: count }, closed)),
  'video.played': event('browser', 'where in a video you pressed play', at),
  'video.paused': event('browser', 'where in a video you paused', at),
  'video.ended': event('browser', 'that a video ran to its end', at),
  'video.sought': event(
    'browser',
    'from where to where you jumped',
    Type.Object({ from_s: seconds, to_s: seconds }, closed),
  ),
  'video.speed-set': event(
    'browser',
    'how fast you watch',
    Type.Object({ rate: Type.Number({ minimum: 0.1, maximum: 16 }) }, closed),
  ),
  'video.captions-set': event(
    'browser',
    'whether captions are shown, and in which language',
    Type.Object({ areShown: Type.Boolean(), language: Type.Optional(language) }, closed),
  ),
  'video.transcript-used': event('browser', 'that you jumped to a line of the transcript', at),
} as const;

/** The declared types by name. */
export type EventName = keyof typeof eventTypes;

/** An event on its way to the intake. */
export type NewEvent = {
  readonly [T in EventName]: {
    readonly type: T;
    readonly data: Static<(typeof eventTypes)[T]['data']>;
    /** `course-v1:Org+Course+Run` */
    readonly courseKey?: string;
    /** `problem@unit_1_question` */
    readonly blockId?: string;
  };
}[EventName];

/** Without halves of characters: PostgreSQL takes none, and would refuse all that is written together with one. */
const key = Type.String({ pattern: '^[^\\s\\u0000-\\u001f\\ud800-\\udfff]{1,255}$' });

/** Around the data: the same for all types. */
export const envelope = Type.Object(
  {
    type: Type.String({ maxLength: 40 }),
    courseKey: Type.Optional(key),
    blockId: Type.Optional(key),
    data: Type.Unknown(),
  },
  closed,
);

/** For the data map: what the column `event.data` may hold. */
export const eventData = Type.Union(Object.values(eventTypes).map((one) => one.data));
