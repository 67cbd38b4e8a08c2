import { useWords } from '../../i18n.ts';

/** A tick, or the empty ring that waits for it. Both say in words what they show. */
export function DoneMark({ isDone }: { readonly isDone: boolean }) {
  const { t } = useWords();
  return (
    <>
      <svg class={isDone ? 'done-mark done-mark-full' : 'done-mark'} viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" />
        {isDone ? <path d="M6.4 10.3l2.4 2.4 4.8-5.2" /> : null}
      </svg>
      {isDone ? <span class="only-heard">{t('outline.done')}</span> : null}
    </>
  );
}
