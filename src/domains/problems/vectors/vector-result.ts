/** One vector's fate: null when it passed. */
export type VectorResult = null | { readonly skipped: string } | { readonly expected: unknown; readonly got: unknown };
