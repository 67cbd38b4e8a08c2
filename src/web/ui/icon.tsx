/** Drawn on a grid of 20, in the colour of the text beside them. They never say anything alone, so they are silent. */
const drawings = {
  menu: 'M3 6h14M3 10h14M3 14h14',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M13 13l4 4',
  next: 'M7.5 4.5L13 10l-5.5 5.5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  good: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M6.5 10.2l2.4 2.4l4.6-5',
  bad: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 6v5M10 13.6v.2',
  warn: 'M10 3L18 16.5H2zM10 8v4M10 14.1v.2',
  note: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 9v5M10 6.2v.2',
} as const;

export type IconName = keyof typeof drawings;

/** Signs that point along the line of reading are mirrored where it runs from right to left. */
const turning: readonly IconName[] = ['next', 'back'];

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={turning.includes(name) ? 'icon icon-turns' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
