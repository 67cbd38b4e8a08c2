import type { PublishState } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';

/** How a block stands to what learners see: by a sign and in words. */
export function StateTag({ state }: { readonly state: PublishState }) {
  const { t } = useWords();
  return (
    <span class={`state state-${state}`}>
      <svg class="state-sign" viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.25" />
        {state === 'changed' ? <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" /> : null}
      </svg>
      {t(`author.state.${state}`)}
    </span>
  );
}
