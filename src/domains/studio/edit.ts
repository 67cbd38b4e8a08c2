import type { BlockId, CourseKey } from '../courses/index.ts';

/** An edit of a course's draft: whose it is, and what the list of versions shall say of it. */
export interface Edit {
  readonly courseKey: CourseKey;
  /** The person who edits. */
  readonly author: string;
  /** One line, in the author's language. */
  readonly message: string;
}

/** Settings to change, as Open edX's attributes have them: the text to write, or null for none of its own. */
export type NewSettings = Readonly<Record<string, string | null>>;

/** The edit stands, as a version of its own; nothing was stored when it changed nothing. */
export interface Edited {
  readonly type: 'edited';
  /** The draft as it is now. */
  readonly versionId: string;
  /** The version before, from which the edit may be undone. */
  readonly before: string;
  /** The block that was made or changed. */
  readonly blockId: BlockId;
}

/** Somebody else changed the same block since the page was opened. Nothing was stored; both texts are here. */
export interface MovedOn {
  readonly type: 'moved-on';
  readonly blockId: BlockId;
  readonly yours: string;
  readonly theirs: string;
}

/** Why an edit was not made. */
export interface Refused {
  readonly type: 'refused';
  readonly because:
    | 'no-such-course'
    | 'no-such-block'
    /** Blocks of this kind do not stand there: a unit in a section, a block in itself. */
    | 'wrong-place'
    | 'too-many-blocks'
    | 'too-many-files'
    /** The list holds no more. */
    | 'too-many'
    | 'too-long'
    | 'nothing-to-paste'
    | 'never-published'
    | 'no-such-version'
    | 'no-such-library'
    /** The setting stands inside of the block's content: change it there. */
    | 'set-in-content';
}

/** The source that was written can't be read. */
export interface Broken {
  readonly type: 'broken';
  /** The line of the source, from 1; 0 when it is about the whole. */
  readonly line: number;
  readonly why: string;
}

/** What comes of an edit. */
export type EditResult = Edited | MovedOn | Refused;

export function refused(because: Refused['because']): Refused {
  return { type: 'refused', because };
}
