/** Which page of a list is asked for, from 1. What is no number of a page is the first. */
export function readPage(written: string | undefined): number {
  return /^[1-9]\d{0,3}$/.test(written ?? '') ? Number(written) : 1;
}
