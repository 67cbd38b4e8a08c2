import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an IP address belongs to: the first three numbers of IPv4, the first three groups of IPv6, the rest
 * zero. An IPv4 address written as IPv6 is taken as IPv4. Null for what is no address.
 *
 * @returns `203.0.113.0`, `2001:db8:1::`
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return plain.replace(/\.\d+$/, '.0');
  if (!isIPv6(plain)) return null;
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const [head = '', tail] = plain.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const hidden = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(hidden).fill('0'), ...after];
  return `${all
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::`;
}
