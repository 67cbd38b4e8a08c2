import { type Static, Type } from 'typebox';

/** An archive that was uploaded, on its way to becoming a course: types and pure rules. */

const finding = Type.Object(
  {
    level: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('note')]),
    code: Type.String(),
    message: Type.String(),
    file: Type.String(),
    line: Type.Integer(),
  },
  { additionalProperties: false },
);

/** What came of an import: findings with the gravest first. */
export const importReport = Type.Object(
  {
    title: Type.String(),
    isNew: Type.Boolean(),
    isPublished: Type.Boolean(),
    blocks: Type.Integer(),
    files: Type.Integer(),
    findings: Type.Array(finding),
    findings_total: Type.Integer(),
  },
  { additionalProperties: false },
);

export type ImportReport = Static<typeof importReport>;

/** The parts of an import, in their order. */
export type ImportStep = 'files' | 'blocks' | 'storing';

/** How far an import is. */
export interface ImportProgress {
  readonly step: ImportStep;
  /** Files read so far. */
  readonly count: number;
}

/** `interrupted`: the site stopped while it ran. Nothing of it is left, and it may be tried again. */
export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'interrupted';

/** One import, as its page shows it. */
export interface CourseImport extends ImportProgress {
  readonly id: string;
  readonly organisationKey: string;
  readonly fileName: string;
  readonly state: ImportState;
  /** Once it is done. */
  readonly courseKey: string | null;
  readonly report: ImportReport | null;
  /** Why it failed, in words for who uploaded it. */
  readonly reason: string | null;
  readonly made_at: Date;
}

const silence_ms = 60_000;

/** What an import that says it is under way really is: one that gave no sign of life for a minute was cut off. */
export function stateNow(stored: ImportState, touchedAt: Date, now: Date): ImportState {
  return isUnderWay({ state: stored }) && now.getTime() - touchedAt.getTime() > silence_ms ? 'interrupted' : stored;
}

/** Whether it waits or runs. */
export function isUnderWay({ state }: Pick<CourseImport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
