/**
 * Every way on which data about others leave the house, and for whom. `us`: for the site's own work, which is recorded.
 * `others`: to somebody outside, which two operators approve.
 */
const waysOut = {
  /** The forms of those who want to host courses, as a file for operators. */
  'inquiries-file': 'us',
  /** What a disclosure hands over. */
  'disclosed-file': 'others',
} as const;

/** A way out. */
export type WayOut = keyof typeof waysOut;

type WaysFor<For extends 'us' | 'others'> = { [W in WayOut]: (typeof waysOut)[W] extends For ? W : never }[WayOut];

/** Ways of the site's own work: a record opens them. */
export type OwnWay = WaysFor<'us'>;
/** Ways to somebody outside: only an approved disclosure opens them. */
export type OutsideWay = WaysFor<'others'>;
