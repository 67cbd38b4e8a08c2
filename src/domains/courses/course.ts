/**
 * A course as everything else sees it: a tree of blocks under one immutable version. Block contents are stored once by
 * hash and read when wanted; the tree with its settings is small enough to hold whole.
 */

/** `course-v1:Org+Course+Run` */
export type CourseKey = string;

/** `problem@unit_1_question`: tag and url_name, unique within a course. The last part of Open edX's block key. */
export type BlockId = string;

/** A setting's value: JSON where the source's attribute was JSON, the raw string otherwise. */
export type SettingValue =
  | string
  | number
  | boolean
  | null
  | readonly SettingValue[]
  | { readonly [key: string]: SettingValue };

/** What an author set on a block, by Open edX's field names (`display_name`, `max_attempts`). */
export type Settings = Readonly<Record<string, SettingValue>>;

/** A part of a course, with its place in the tree: section, subsection, unit, component, or the course itself. */
export interface Block {
  readonly id: BlockId;
  /** `chapter`, `sequential`, `vertical`, `html`, `problem`, ... or a tag that mooc does not know. */
  readonly tag: string;
  /** The url_name. */
  readonly name: string;
  /** What people read: the author's display name, else a plain word made from the tag. Never empty. */
  readonly displayName: string;
  /** The block's own settings, policy.json included. */
  readonly settings: Settings;
  /** Why the block can't be shown, in a sentence for authors: its file is missing or is not XML. Null when all is well. */
  readonly error: string | null;
  /**
   * Where the block's content lies; null when it has none. `getContent` reads it: HTML for an `html` block; for any
   * other what its element holds, within bare tags (`<problem>…</problem>`); for one that is not XML its file as it is.
   */
  readonly contentHash: string | null;
  readonly parent: Block | null;
  readonly children: readonly Block[];
  /** Settings as they hold here: own, else the nearest ancestor's, else the field's default. */
  readonly effective: EffectiveSettings;
}

/** The settings that run down the tree in Open edX, decoded. Instants are ISO 8601 in UTC. */
export interface EffectiveSettings {
  readonly start: string | null;
  readonly due: string | null;
  readonly graded: boolean;
  readonly visible_to_staff_only: boolean;
  readonly hide_from_toc: boolean;
  readonly graceperiod: string | null;
  readonly showanswer: string;
  readonly show_correctness: string;
  readonly rerandomize: string;
  readonly max_attempts: number | null;
  readonly show_reset_button: boolean;
  /** Partition id -> group ids; a reader must be in one of the listed groups of every partition. */
  readonly group_access: Readonly<Record<string, readonly number[]>>;
  readonly days_early_for_beta: number | null;
  readonly self_paced: boolean;
  readonly static_asset_path: string;
}

/** A whole version in memory: immutable, so it may be cached by its id for ever. */
export interface CourseVersion {
  readonly versionId: string;
  readonly courseKey: CourseKey;
  /** Counts the versions of the course, from 1. */
  readonly number: number;
  /** The version that this one was made from. */
  readonly parentId: string | null;
  readonly title: string;
  /** BCP 47; the language of the content, `en` when the course does not say. */
  readonly language: string;
  readonly root: Block;
  readonly blocks: ReadonlyMap<BlockId, Block>;
  /** Files by the name that `/static/NAME` links use, with their place. */
  readonly files: ReadonlyMap<string, CourseFile>;
  /** Pages, updates, handouts, about texts and textbooks. */
  readonly info: CourseInfo;
}

/** A file of the course, as its links name it. */
export interface CourseFile {
  /** Path below `static/`, as the course writes it. */
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal: the address in `assets`. */
  readonly hash: string;
  readonly mediaType: string;
  readonly size_bytes: number;
  /** Only for those who may see the course's content. */
  readonly locked: boolean;
}

/** What belongs to the course as a whole: texts about it, news, extra pages, books, dates. */
export interface CourseInfo {
  /** `about/*.html` by name (`overview`, `short_description`, ...), as the author's HTML. */
  readonly about: Readonly<Record<string, string>>;
  readonly updates: readonly { readonly id: string; readonly date: string; readonly html: string }[];
  readonly handouts: string | null;
  /** Tabs in the order of the course's policy. `html` only for static tabs. */
  readonly tabs: readonly {
    readonly type: string;
    readonly name: string;
    readonly slug: string;
    readonly html: string | null;
    readonly isHidden: boolean;
  }[];
  readonly textbooks: readonly {
    readonly title: string;
    readonly chapters: readonly { readonly title: string; readonly url: string }[];
  }[];
  /** Hash of the course's picture, when there is one. */
  readonly image: CourseFile | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly enrollment_start: string | null;
  readonly enrollment_end: string | null;
  readonly invitation_only: boolean;
  /** How many may take the course at once; null for any number. */
  readonly max_student_enrollments_allowed: number | null;
  /** Keys of courses that should be taken before. */
  readonly pre_requisite_courses: readonly string[];
}
