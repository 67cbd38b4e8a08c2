/** The block that a reference in a course means, whatever course it names: `problem@name`, or null. */
export function blockIdOf(reference: string): string | null {
  const [, tag, name] =
    /^block-v1:.*\btype@([^+]+)\+block@([^+]+)$/.exec(reference) ??
    /^i4x:\/\/[^/]+\/[^/]+\/([^/]+)\/([^/@?]+)/.exec(reference) ??
    [];
  return tag && name ? `${tag}@${name}` : null;
}
