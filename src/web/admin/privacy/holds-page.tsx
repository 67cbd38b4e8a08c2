import type { HoldView } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';

export interface HoldsPageView {
  readonly holds: readonly HoldView[];
  readonly pages: number;
  readonly page: number;
  readonly operators: ReadonlyMap<string, string>;
  readonly readerId: string;
  /** What a table holds, by its name. */
  readonly tables: ReadonlyMap<string, string>;
  readonly errors: FieldErrors;
  /** Why the last act could not be done, where it was no field's fault. */
  readonly refusal: string | null;
}

/** The register of legal holds, with what can be done about each. */
export function Holds({ view }: { readonly view: HoldsPageView }) {
  const { t } = useWords();
  const { holds, pages, page, refusal } = view;
  return (
    <>
      <Refusal because={refusal} />
      <p>
        <ButtonLink href={urls.newHold()} data-control="hold.new">
          {t('hold.new')}
        </ButtonLink>
      </p>
      {holds.length === 0 ? <EmptyState title={t('hold.none')} text={t('hold.noneText')} /> : null}
      {holds.map((hold) => (
        <Hold key={hold.id} hold={hold} view={view} />
      ))}
      <Pagination page={page} pages={pages} hrefOf={(to) => `${urls.holds()}?page=${to}`} />
    </>
  );
}

/** Where several forms stand on a page, each field has a name of its own. */
export function holdField(id: string): string {
  return `email-${id}`;
}

const tones = { asked: 'tag tag-warn', holds: 'tag tag-good', ended: 'tag', lifted: 'tag' } as const;

function Hold({ hold, view }: { readonly hold: HoldView; readonly view: HoldsPageView }) {
  const { t, calendarDay } = useWords();
  const { id, state, ground, tables, ends_on, silence, silent_until, told_at, steps, held, living } = hold;
  const isOpen = state === 'asked' || state === 'holds';
  return (
    <section class="panel stack" aria-labelledby={`hold-${id}`}>
      <h2 id={`hold-${id}`} class="row row-apart">
        <span class="as-typed" dir="auto">
          {ground}
        </span>
        <span class={tones[state]}>{t(`hold.state.${state}`)}</span>
      </h2>
      <p class="soft small">
        {t('hold.until', { day: calendarDay(ends_on) })}
        {steps.map(({ step, operator_id }) => {
          const name = (operator_id && view.operators.get(operator_id)) || t('disclosure.gone');
          return ` · ${t(`hold.step.${step}`, { name })}`;
        })}
      </p>
      <ul class="plain-list small">
        {tables.map((table) => (
          <li key={table}>{view.tables.get(table) ?? table}</li>
        ))}
      </ul>
      {isOpen ? <p>{t('hold.figures', { living, held })}</p> : null}
      {silent_until && !told_at ? (
        <p class="soft small">
          {t('disclosure.silentTill', { day: calendarDay(silent_until), reason: silence ?? '' })}
        </p>
      ) : null}
      {state === 'asked' ? <Approve hold={hold} view={view} /> : null}
      {isOpen ? (
        <form method="post" action={urls.handleHold(id, 'lift')}>
          <Button look="quiet" data-control="hold.lift">
            {state === 'asked' ? t('hold.takeBack') : t('hold.lift', { held })}
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function Approve({ hold, view }: { readonly hold: HoldView; readonly view: HoldsPageView }) {
  const { t, calendarDay } = useWords();
  const { id, steps, living, ends_on } = hold;
  if (steps.some(({ step, operator_id }) => step === 'asked' && operator_id === view.readerId))
    return <p class="soft">{t('hold.refused.asked-by-you')}</p>;
  const name = holdField(id);
  return (
    <form class="form" method="post" action={urls.handleHold(id, 'approve')} novalidate>
      <Field
        name={name}
        type="email"
        label={t('hold.whose')}
        why={t('hold.whoseAgain')}
        error={view.errors[name]}
        maxLength={320}
        isRequired
      />
      <Button data-control="hold.approve">{t('hold.approve', { living, day: calendarDay(ends_on) })}</Button>
    </form>
  );
}
