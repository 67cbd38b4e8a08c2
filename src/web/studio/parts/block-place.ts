/** The id of a block on a page of the studio: where links to it lead. */
export function blockPlace(blockId: string): string {
  return `b-${blockId.replace(/[^\w-]/g, '-')}`;
}
