import { askForHostName } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { useWords } from '../../i18n.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';

/** Where an organisation is found: its path on this site, and a host name of its own once an operator has confirmed it. */
export const hostRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/host', 'organisation.address', (c, place) =>
    show(c, powers, place, place.organisation.host?.name ?? '', {}),
  );

  studio.post('/studio/organisations/:organisation/host', 'organisation.address', async (c, place) => {
    const { host } = await readForm(c, ['host'], 300);
    const { key } = place.organisation;
    const siteHost = new URL(siteOrigin(powers.config)).hostname;
    const result = await powers.database.write('provide', (w) => askForHostName(w, key, host, siteHost));
    if (result.type === 'stored') return backDone(c, urls.hostName(key));
    const fault = result.because === 'taken' ? 'host.fault.taken' : 'host.fault.no-name';
    return show(c, powers, place, host, { host: c.var.words.t(fault) });
  });
};

function show(
  c: SiteContext,
  powers: Powers,
  place: OrganisationPlace,
  typed: string,
  errors: FieldErrors,
): Promise<Response> {
  const { t } = c.var.words;
  const { key, host } = place.organisation;
  const address = siteOrigin(powers.config) + urls.organisation(key);
  return respondWithOrganisation(c, powers, place, {
    tab: 'host',
    title: t('studio.tab.host'),
    lead: t('host.lead'),
    errors,
    children: <HostPage organisationKey={key} address={address} host={host} typed={typed} errors={errors} />,
  });
}

function HostPage({
  organisationKey,
  address,
  host,
  typed,
  errors,
}: {
  readonly organisationKey: string;
  readonly address: string;
  readonly host: OrganisationPlace['organisation']['host'];
  readonly typed: string;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <>
      <p class="as-typed">
        <a href={urls.organisation(organisationKey)} data-control="host.path">
          {address}
        </a>
      </p>
      {host ? (
        <Notice tone={host.isConfirmed ? 'good' : 'note'} title={host.name}>
          <p>{t(host.isConfirmed ? 'host.confirmed' : 'host.waiting')}</p>
        </Notice>
      ) : null}
      <form class="form form-narrow" method="post" action={urls.hostName(organisationKey)} novalidate>
        <Field
          name="host"
          label={t('host.name')}
          why={t('host.nameWhy')}
          value={typed}
          error={errors.host}
          maxLength={253}
          autocomplete="off"
        />
        <Button data-control="host.store">{t('host.ask')}</Button>
      </form>
    </>
  );
}
