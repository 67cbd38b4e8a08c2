import { useWords } from '../../i18n.ts';

/** Moves a block by one place: through the form `ask-move` of its page. */
export function MoveButton({
  block,
  direction,
}: {
  readonly block: { readonly id: string; readonly title: string };
  readonly direction: 'up' | 'down';
}) {
  const { t } = useWords();
  return (
    <button
      type="submit"
      form="ask-move"
      class="studio-tool studio-step"
      name={direction}
      value={block.id}
      aria-label={t(`author.move.${direction}`, { title: block.title })}
      data-control="author.move"
    >
      <svg viewBox="0 0 20 20" class="icon" aria-hidden="true">
        <path
          d={direction === 'up' ? 'M10 16V4.5M5 9.5l5-5l5 5' : 'M10 4v11.5M5 10.5l5 5l5-5'}
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
}
