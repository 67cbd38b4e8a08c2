import type { Organisation } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** All organisations: what waits for an operator comes first. */
export function OrganisationList({
  organisations,
  owned,
  errors,
}: {
  readonly organisations: readonly Organisation[];
  /** The keys of those that have an owner. */
  readonly owned: ReadonlySet<string>;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  if (organisations.length === 0) return <p>{t('adminOrganisations.none')}</p>;
  return (
    <ul class="studio-rows">
      {organisations.map((organisation) => {
        const { key, name, kind, state, host } = organisation;
        const hasOwner = owned.has(key);
        return (
          <li key={key}>
            <div>
              <h2 dir="auto">
                {state === 'open' ? (
                  <a href={urls.organisation(key)} data-control="admin-organisations.see">
                    {name}
                  </a>
                ) : (
                  name
                )}
              </h2>
              <p class="small soft">
                <bdi>{key}</bdi> · {t(`organisation.kind.${kind}`)}
                {host ? ` · ${host.name}` : ''}
              </p>
            </div>
            <div class="studio-row-end">
              {hasOwner ? null : <span class="tag tag-warn">{t('adminOrganisations.noOwner')}</span>}
              <span class={state === 'open' ? 'tag tag-good' : 'tag tag-warn'}>
                {t(`adminOrganisations.state.${state}`)}
              </span>
              <Decision organisation={organisation} />
              {host && !host.isConfirmed ? (
                <form method="post" action={urls.confirmHost(key)}>
                  <Button look="quiet" isSmall data-control="admin-organisations.confirm-host">
                    {t('adminOrganisations.confirmHost', { host: host.name })}
                  </Button>
                </form>
              ) : null}
            </div>
            {hasOwner ? null : <OwnerForm organisation={organisation} error={errors[`owner-${key}`]} />}
          </li>
        );
      })}
    </ul>
  );
}

function Decision({ organisation: { key, name, state } }: { readonly organisation: Organisation }) {
  const { t } = useWords();
  if (state === 'open') return null;
  const choices = state === 'waiting' ? (['open', 'declined'] as const) : (['open'] as const);
  return (
    <form class="row" method="post" action={urls.decideOrganisation(key)}>
      {choices.map((choice) => (
        <Button
          key={choice}
          look={choice === 'open' ? 'strong' : 'danger'}
          isSmall
          name="decision"
          value={choice}
          data-control="admin-organisations.decide"
        >
          {t(`adminOrganisations.decide.${choice}`)}
          <span class="only-heard">: {name}</span>
        </Button>
      ))}
    </form>
  );
}

/** An organisation without an owner came with an archive, or its last one erased their account. */
function OwnerForm({
  organisation: { key },
  error,
}: {
  readonly organisation: Organisation;
  readonly error: string | undefined;
}) {
  const { t } = useWords();
  return (
    <form class="studio-row-wide form form-narrow" method="post" action={urls.inviteOwner(key)} novalidate>
      <Field
        name={`owner-${key}`}
        type="email"
        label={t('adminOrganisations.owner')}
        why={t('adminOrganisations.ownerWhy')}
        error={error}
        autocomplete="off"
        isRequired
      />
      <Button look="quiet" isSmall data-control="admin-organisations.invite-owner">
        {t('adminOrganisations.inviteOwner')}
      </Button>
    </form>
  );
}
