const kinds = 5;

/** A course's picture, or a drawing of lines made from its key: the same course always has the same. */
export function Cover({ courseKey, imageHref }: { readonly courseKey: string; readonly imageHref: string | null }) {
  if (imageHref) return <img class="cover" src={imageHref} alt="" width="640" height="360" loading="lazy" />;
  const seed = hash(courseKey);
  return (
    <svg
      class={`cover cover-${seed % kinds}`}
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g fill="none" stroke="currentColor" stroke-width="1.5">
        {drawings[(seed >>> 4) % drawings.length]!(seed >>> 8)}
      </g>
    </svg>
  );
}

type Drawing = (seed: number) => preact.JSX.Element[];

/** Circles that spread from a corner, waves, an arcade, a field of dots that grow. */
const drawings: readonly Drawing[] = [
  (seed) => {
    const [x, y] = [40 + (seed % 240), seed % 2 ? 190 : -10];
    return range(11).map((i) => <circle key={i} cx={x} cy={y} r={14 + i * 19} opacity={1 - i * 0.075} />);
  },
  (seed) => {
    const [wide, high] = [70 + (seed % 50), 10 + (seed % 13)];
    return range(10).map((i) => (
      <path
        key={i}
        d={`M${-wide} ${22 + i * 16}${range(8)
          .map(() => `q${wide / 4} ${-high} ${wide / 2} 0t${wide / 2} 0`)
          .join('')}`}
        opacity={0.3 + i * 0.07}
      />
    ));
  },
  (seed) => {
    const wide = 40 + (seed % 3) * 8;
    return range(8).flatMap((column) =>
      range(4).map((i) => {
        const r = wide / 2 - i * 5;
        const x = column * wide - 10 + i * 5;
        return (
          <path
            key={`${column}-${i}`}
            d={`M${x} 180V${92 + (seed % 30)}a${r} ${r} 0 0 1 ${2 * r} 0V180`}
            opacity={1 - i * 0.22}
          />
        );
      }),
    );
  },
  (seed) =>
    range(16).flatMap((x) =>
      range(9).map((y) => {
        const far = Math.hypot(x - (seed % 16), y - ((seed >>> 4) % 9));
        return (
          <circle
            key={`${x}-${y}`}
            cx={10 + x * 20}
            cy={10 + y * 20}
            r={Math.max(1, 7.5 - far * 0.75)}
            fill="currentColor"
            stroke="none"
            opacity={0.75}
          />
        );
      }),
    ),
];

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

/** FNV-1a: small, and spreads keys that differ in one letter. */
function hash(text: string): number {
  let value = 2166136261;
  for (const c of text) value = Math.imul(value ^ c.codePointAt(0)!, 16777619);
  return value >>> 0;
}
