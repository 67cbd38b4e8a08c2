/** Exact decimals, as made from the shortest printed form of a number: 10.1 - 10 is 0.1 here. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function decimal(value: number): Decimal {
  const [mantissa, power] = String(value).split('e') as [string, string?];
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?];
  return { digits: BigInt(whole + fraction), exponent: Number(power ?? 0) - fraction.length };
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

/** Whether |a - b| ≤ tolerance, bounds included, in decimals. Finite numbers only. */
export function isWithin(a: number, b: number, tolerance: number): boolean {
  // Far from the bound the doubles say the same.
  const distance = Math.abs(a - b);
  const slack = 1e-9 * (Math.abs(a) + Math.abs(b) + Math.abs(tolerance));
  if (distance > tolerance + slack) return false;
  if (distance < tolerance - slack) return true;
  const parts = [decimal(a), decimal(b), decimal(tolerance)] as const;
  const to = Math.min(...parts.map((part) => part.exponent));
  const [x, y, bound] = parts.map((part) => scaled(part, to)) as [bigint, bigint, bigint];
  const difference = x > y ? x - y : y - x;
  return difference <= bound;
}
