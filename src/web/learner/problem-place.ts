/** The id of a problem on its page: where links to it lead, and what its own ids begin with. */
export function problemPlace(blockId: string): string {
  return `p-${blockId.replace(/[^\w-]/g, '-')}`;
}
