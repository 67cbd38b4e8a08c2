import type { Lock } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

/** How far the reader is with what comes first, and the way there. */
export function LockFacts({ courseKey, lock }: { readonly courseKey: string; readonly lock: Lock }) {
  const { t } = useWords();
  const { score, completion, first } = lock;
  return (
    <p class="outline-opens">
      {t('outline.locked', { title: first.title })}
      {score ? ` · ${sayScore(t, score)}` : ''}
      {completion
        ? ` · ${t('outline.locked.completion', { done: completion.done_percent, needed: completion.needed_percent })}`
        : ''}{' '}
      <a href={urls.unit(courseKey, first.id)} data-control="outline.locked">
        {t('outline.locked.do')}
        <span class="only-heard">: {first.title}</span>
      </a>
    </p>
  );
}

function sayScore(t: ReturnType<typeof useWords>['t'], score: NonNullable<Lock['score']>): string {
  const { reached_percent: reached, needed_percent: needed } = score;
  return reached === null
    ? t('outline.locked.scoreHidden', { needed })
    : t('outline.locked.score', { done: reached, needed });
}
