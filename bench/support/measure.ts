/** One measured figure. A `bench…` function of a file in `bench/` gives a list of them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

/** A file's answer to `run.ts`: its figures, or why there are none. */
export type Answer =
  | { readonly type: 'figures'; readonly figures: readonly Figure[] }
  | { readonly type: 'failed'; readonly reason: string };
