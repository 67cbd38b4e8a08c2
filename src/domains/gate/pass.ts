import type { WayOut } from './ways-out.ts';

declare const passed: unique symbol;

/** The proof that the gate was asked, for one way out. Only the gate makes one; code that sends data out takes it. */
export interface Pass<W extends WayOut = WayOut> {
  readonly [passed]: W;
  readonly entryId: string;
  /** As the data map names them: `person.email`. */
  readonly fields: readonly string[];
  /** Whose data; empty for a way of the site's own work. */
  readonly personIds: readonly string[];
}

/** For the gate's own verbs only. */
export function makePass<W extends WayOut>(pass: Omit<Pass<W>, typeof passed>): Pass<W> {
  return pass as Pass<W>;
}
