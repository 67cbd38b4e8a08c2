import {
  confirmHostName,
  decideOrganisation,
  findOrganisation,
  inviteMember,
  listOrganisations,
  listOwned,
} from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { operatorsOnly } from '../../request/operators-only.ts';
import { readFields, readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { organisationLetters } from '../../studio/organisation-letters.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithDesk } from '../outreach/desk-frame.tsx';
import { OrganisationList } from './organisations-page.tsx';

/** What operators decide about organisations: whether they open, their host names, and owners for those without. */
export const adminOrganisationRoutes: Routes = (site, powers) => {
  const { config, database } = powers;
  site.use(urls.adminOrganisations(), operatorsOnly);
  site.use(`${urls.adminOrganisations()}/*`, operatorsOnly);
  site.get(urls.adminOrganisations(), (c) => show(c, powers, {}));

  site.post('/admin/organisations/:key/decide', async (c) => {
    const { decision } = await readForm(c, ['decision']);
    if (decision !== 'open' && decision !== 'declined') return respondNotFound(c);
    const key = c.req.param('key');
    const isThere = await database.write('provide', (w) => decideOrganisation(w, key, decision));
    return isThere ? backDone(c, urls.adminOrganisations()) : respondNotFound(c);
  });

  site.post('/admin/organisations/:key/host', async (c) => {
    const result = await database.write('provide', (w) => confirmHostName(w, c.req.param('key')));
    if (result.type === 'stored') return backDone(c, urls.adminOrganisations());
    return show(c, powers, { host: c.var.words.t(`host.fault.${result.because}`) });
  });

  site.post('/admin/organisations/:key/owner', async (c) => {
    const { t, language } = c.var.words;
    const organisation = await findOrganisation(database.read('provide'), c.req.param('key'));
    if (!organisation) return respondNotFound(c);
    const { key: organisationKey } = organisation;
    // Where there is an owner, owners are made by owners alone.
    if ((await listOwned(database.read('provide'))).has(organisationKey)) return respondNotFound(c);
    const email = (await readFields(c)).get(`owner-${organisationKey}`)?.slice(0, 300) ?? '';
    const wish = { organisationKey, email, role: 'owner' } as const;
    const by = { type: 'operator', language } as const;
    const result = await database.write('provide', (w) => inviteMember(w, by, wish, organisationLetters(config)));
    if (result.type === 'invited') return backDone(c, urls.adminOrganisations());
    const fault = result.because === 'no-address' ? t('fault.email') : t('members.fault.too-many');
    return show(c, powers, { [`owner-${organisationKey}`]: fault });
  });
};

async function show(c: SiteContext, { database }: Powers, errors: FieldErrors): Promise<Response> {
  const r = database.read('provide');
  const [organisations, owned] = await Promise.all([listOrganisations(r), listOwned(r)]);
  const { t } = c.var.words;
  return respondWithDesk(c, {
    place: 'organisations',
    title: t('desk.place.organisations'),
    lead: t('adminOrganisations.lead'),
    errors,
    children: <OrganisationList organisations={organisations} owned={owned} errors={errors} />,
  });
}
