/** Authors' classes and ids live under names of their own, so that none can be one of ours. */
export function authorClass(name: string): string {
  return `x-${name}`;
}

export function authorId(id: string): string {
  return `x-${id}`;
}
