/** The mark's arches, grown to a colonnade with light behind it. It says nothing that the words don't. */
export function HomePicture() {
  return (
    <svg class="home-picture" viewBox="0 0 440 360" aria-hidden="true">
      <circle class="home-picture-sun" cx="300" cy="150" r="92" />
      <g fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round">
        {[0, 1, 2].flatMap((column) =>
          [0, 1, 2, 3].map((ring) => <Arch key={`${column}${ring}`} column={column} ring={ring} />),
        )}
        <path d="M10 330H430" />
        {[0, 1, 2, 3].map((wave) => (
          <path
            key={wave}
            d={`M${30 + wave * 26} ${340 + wave * 5}h${380 - wave * 52}`}
            opacity={0.7 - wave * 0.15}
            stroke-width="1.5"
          />
        ))}
      </g>
    </svg>
  );
}

function Arch({ column, ring }: { readonly column: number; readonly ring: number }) {
  const r = 62 - ring * 13;
  const x = 28 + column * 130 + ring * 13;
  return <path d={`M${x} 330V${150 + column * 18}a${r} ${r} 0 0 1 ${2 * r} 0V330`} opacity={1 - ring * 0.22} />;
}
