import { authorityDueAt, type BreachFaults, type BreachRow, risks } from '../../../domains/breaches/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** The register of breaches, what is open first. */
export function Breaches({ rows, now }: { readonly rows: readonly BreachRow[]; readonly now: Date }) {
  const { t, instant } = useWords();
  return (
    <>
      <p>
        <ButtonLink href={urls.newBreach()} data-control="breach.new">
          {t('breach.new')}
        </ButtonLink>
      </p>
      {rows.length === 0 ? <EmptyState title={t('breach.none')} text={t('breach.noneText')} /> : null}
      {rows.length > 0 ? (
        <ul class="desk-rows">
          {rows.map((row) => (
            <li key={row.id}>
              <h2>
                <a href={urls.breach(row.id)} data-control="breach.open" dir="auto">
                  {row.title}
                </a>
              </h2>
              <AuthorityTag breach={row} now={now} />
              <p class="soft small">
                {t(`breach.risk.${row.risk}`)} · {t('breach.knownSince', { when: instant(row.known_at) })}
                {row.closed_at ? ` · ${t('breach.closed')}` : null}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** How the 72 hours stand: told, not needed, or how many are left. */
export function AuthorityTag({ breach, now }: { readonly breach: BreachRow; readonly now: Date }) {
  const { t, day } = useWords();
  const { authority_told_at, authority_note, known_at } = breach;
  if (authority_told_at) return <span class="tag tag-good">{t('breach.toldOn', { day: day(authority_told_at) })}</span>;
  if (authority_note) return <span class="tag">{t('breach.notTold')}</span>;
  const left_h = Math.floor((authorityDueAt(known_at).getTime() - now.getTime()) / 3_600_000);
  if (left_h < 0) return <span class="tag tag-bad">{t('breach.late', { hours: -left_h })}</span>;
  return <span class={left_h < 24 ? 'tag tag-bad' : 'tag tag-warn'}>{t('breach.left', { hours: left_h })}</span>;
}

/** A breach as it is typed. */
export interface TypedBreach {
  readonly title: string;
  readonly what: string;
  readonly measures: string;
  readonly risk: string;
  readonly known: string;
}

/** The form for what is known of a breach. */
export function BreachForm(props: {
  readonly action: string;
  readonly typed: TypedBreach;
  readonly errors: FieldErrors;
}) {
  const { action, typed, errors } = props;
  const { t } = useWords();
  return (
    <form class="form" method="post" action={action} novalidate>
      <Field
        name="title"
        label={t('breach.name')}
        value={typed.title}
        error={errors.title}
        maxLength={200}
        isRequired
      />
      <Field
        name="known"
        type="datetime-local"
        label={t('breach.known')}
        why={t('breach.knownWhy')}
        value={typed.known}
        error={errors.known}
        isRequired
      />
      <LongField
        name="what"
        label={t('breach.what')}
        why={t('breach.whatWhy')}
        value={typed.what}
        error={errors.what}
        maxLength={5000}
        isRequired
      />
      <LongField
        name="measures"
        label={t('breach.measures')}
        value={typed.measures}
        error={errors.measures}
        rows={3}
        maxLength={5000}
      />
      <SelectField
        name="risk"
        label={t('breach.risk')}
        why={t('breach.riskWhy')}
        value={typed.risk}
        error={errors.risk}
        options={risks.map((value) => ({ value, label: t(`breach.risk.${value}`) }))}
        isRequired
      />
      <Button data-control="breach.store">{t('desk.store')}</Button>
    </form>
  );
}

/** What to say about each fault, under the field's name. */
export function breachErrors(t: ReturnType<typeof useWords>['t'], faults: BreachFaults): FieldErrors {
  const entries = Object.entries(faults).map(([field, fault]) => [
    field === 'known_at' ? 'known' : field,
    t(`breach.fault.${fault}`),
  ]);
  return Object.fromEntries(entries);
}
