import type { SiteContext } from './site-context.ts';

/**
 * What a form sent, under the names that are expected: as text, an absent one empty, others left out. Without the character 0,
 * which no text of the database holds. What is longer than `longest_chars` is cut off.
 */
export async function readForm<const N extends string>(
  c: SiteContext,
  names: readonly N[],
  longest_chars = 4000,
): Promise<Readonly<Record<N, string>>> {
  const sent = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  const entries = names.map((name) => {
    const value = sent[name];
    return [name, typeof value === 'string' ? value.slice(0, longest_chars).replaceAll('\0', '') : ''];
  });
  return Object.fromEntries(entries) as Record<N, string>;
}
