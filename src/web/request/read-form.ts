import type { SiteContext } from './site-context.ts';

/** All that a form sent, without the character 0, which no text of the database holds. */
export async function readFields(c: SiteContext): Promise<URLSearchParams> {
  const sent = new URLSearchParams(await c.req.text().catch(() => ''));
  return new URLSearchParams([...sent].map(([name, value]) => [name, value.replaceAll('\0', '')]));
}

/**
 * What a form sent under the names that are expected: an absent one empty, the last of several, others left out. What is
 * longer than `longest_chars` is cut off.
 */
export async function readForm<const N extends string>(
  c: SiteContext,
  names: readonly N[],
  longest_chars = 4000,
): Promise<Readonly<Record<N, string>>> {
  const sent = await readFields(c);
  const entries = names.map((name) => [name, sent.getAll(name).at(-1)?.slice(0, longest_chars) ?? '']);
  return Object.fromEntries(entries) as Record<N, string>;
}
