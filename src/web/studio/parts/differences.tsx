import { compareLines, type DiffRun } from '../../../kernel/compare-texts.ts';
import { useWords } from '../../i18n.ts';

/** What differs between two sources, line by line. */
export function Differences({ before, after }: { readonly before: string; readonly after: string }) {
  return <Runs runs={compareLines(before, after)} isSource />;
}

/** A compared text: what was taken away and what came in, by marks that are also said. */
export function Runs({ runs, isSource = false }: { readonly runs: readonly DiffRun[]; readonly isSource?: boolean }) {
  const { t } = useWords();
  return (
    <div class={isSource ? 'differences differences-source' : 'differences'} dir="auto">
      {shortened(runs, isSource).map(({ type, text }, at) =>
        type === 'same' ? (
          <span key={at}>{text}</span>
        ) : type === 'added' ? (
          <ins key={at}>
            <span class="only-heard">{t('author.diff.added')}</span>
            {text}
          </ins>
        ) : (
          <del key={at}>
            <span class="only-heard">{t('author.diff.removed')}</span>
            {text}
          </del>
        ),
      )}
    </div>
  );
}

const around_chars = 240;

/** Long stretches that are the same are left out but for their ends. */
function shortened(runs: readonly DiffRun[], isSource: boolean): readonly DiffRun[] {
  return runs.map((run, at) => {
    if (run.type !== 'same' || run.text.length <= 3 * around_chars) return run;
    const cut = isSource ? '\n…\n' : ' … ';
    const head = at === 0 ? '' : run.text.slice(0, around_chars);
    const tail = at === runs.length - 1 ? '' : run.text.slice(-around_chars);
    return { ...run, text: `${head}${cut}${tail}` };
  });
}
