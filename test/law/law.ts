import { describe, expect, it } from 'vitest';

/** How a clause is kept: what is looked at, the look, and the same thing with the code that keeps the clause off. */
export interface Kept<T> {
  /** What is looked at, as it is: a site, a database, the map, a document. */
  readonly whole: () => T | Promise<T>;
  /** Looks, by `expect`. */
  readonly keeps: (thing: T) => void | Promise<void>;
  /** The thing with a planted violation. What it changed for others it undoes in `onTestFinished`. */
  readonly breaks: (whole: T) => T | Promise<T>;
}

/**
 * Declares that clauses of the documents are kept, and that it is noticed when they are not. `mooc policy check` reads
 * the ids and the words off the source, so both stand there as plain texts: `law('P2 P15', 'what it shows', …)`.
 */
export function law<T>(clauses: string, says: string, { whole, keeps, breaks }: Kept<T>): void {
  describe(`${clauses}: ${says}`, () => {
    it('is kept', async () => keeps(await whole()));

    it('is noticed when what keeps it is off', async () => {
      const broken = await breaks(await whole());
      const fault = await Promise.resolve(broken)
        .then(keeps)
        .then(
          () => null,
          (error: unknown) => error as Error,
        );
      expect(fault, 'nobody noticed').not.toBeNull();
      // Any other error would only say that the planted violation itself does not work.
      expect(fault?.name, String(fault?.stack)).toBe('AssertionError');
    });
  });
}
