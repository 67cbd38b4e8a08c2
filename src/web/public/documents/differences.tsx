import type { PassageDifference } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';

/** A difference to be read: each clause that changed, with what went struck out and what came underlined. */
export function Differences({ differences }: { readonly differences: readonly PassageDifference[] }) {
  const { t } = useWords();
  const changed = differences.filter(({ state }) => state !== 'same');
  const same = differences.length - changed.length;
  return (
    <div class="stack-wide">
      {changed.map((difference) => (
        <Passage key={difference.id} difference={difference} />
      ))}
      {same > 0 ? <p class="soft">{t('documents.sameClauses', { count: same })}</p> : null}
    </div>
  );
}

function Passage({ difference: { id, title, state, runs } }: { readonly difference: PassageDifference }) {
  const { t } = useWords();
  return (
    <section class="difference">
      <h2>
        {title} {id ? <span class="clause-id">{id}</span> : null}{' '}
        <span class="tag">{t(`documents.state.${state}`)}</span>
      </h2>
      <p class="difference-text">
        {runs.map((run, at) => {
          const text = apart(runs[at - 1]?.text, run.text);
          if (run.type === 'same') return text;
          const heard = (
            <span class="only-heard">
              {t(run.type === 'added' ? 'documents.heardAdded' : 'documents.heardRemoved')}
            </span>
          );
          return run.type === 'added' ? (
            <ins>
              {heard}
              {text}
            </ins>
          ) : (
            <del>
              {heard}
              {text}
            </del>
          );
        })}
      </p>
    </section>
  );
}

/** The last word of a paragraph has no space behind it; what follows in the other version stands apart all the same. */
function apart(before: string | undefined, text: string): string {
  return before && /\S$/.test(before) && /^\S/.test(text) ? ` ${text}` : text;
}
