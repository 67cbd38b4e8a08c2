import type { Outline, OutlineUnit } from '../../../domains/learning/index.ts';
import type { Hole } from '../render/index.ts';

/** A place of the page that is filled for each reader. */
export type PageHole =
  | { readonly type: 'content' }
  /** A hole of the unit itself. */
  | { readonly type: 'piece'; readonly piece: Hole }
  | { readonly type: 'done'; readonly unit: OutlineUnit; readonly yes: string; readonly no: string }
  | { readonly type: 'bookmark'; readonly yes: string; readonly no: string }
  | { readonly type: 'watched'; readonly form: string };

/** What the page of a unit is made of, the same for all readers of a kind. */
export interface UnitFrame {
  readonly outline: Outline;
  readonly unit: OutlineUnit;
  readonly due: Date | null;
  readonly format: string | null;
  /** Where the unit's own style sheet is; null when it needs none. */
  readonly styleHref: string | null;
  /** Places for what is the reader's. */
  content(): string;
  done(unit: OutlineUnit): string;
  bookmark(): string;
  watched(): string;
}
