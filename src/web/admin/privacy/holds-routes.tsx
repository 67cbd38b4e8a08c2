import { approveHold, askHold, liftHold, listHoldable, listHolds } from '../../../domains/disclosure/index.ts';
import type { Powers } from '../../../powers.ts';
import { backDone } from '../../request/back-done.ts';
import { readFields, readForm } from '../../request/read-form.ts';
import { readPage } from '../../request/read-page.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { Holds, holdField } from './holds-page.tsx';
import { NewHold, type TypedHold } from './new-hold-page.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';
import { operatorNames } from './requests-routes.tsx';

/** The register of legal holds, and asking for one. */
export const holdsRoutes: Routes = (site, powers) => {
  site.get(urls.holds(), (c) => showHolds(c, powers, {}, null));
  site.get(urls.newHold(), (c) => showAsking(c, powers, readTyped(new URLSearchParams()), {}));
  site.post(urls.newHold(), (c) => ask(c, powers));
};

/** A hold is approved, or lifted. */
export const holdRoutes: Routes = (site, powers) => {
  const { database, map } = powers;
  const at = '/admin/privacy/holds/:id';

  site.post(`${at}/approve`, async (c) => {
    const id = c.req.param('id');
    const field = holdField(id);
    const email = (await readForm(c, [field]))[field] ?? '';
    const { personId } = c.var.reader!;
    const result = await database.write('rights', (w) => approveHold(w, map, id, email, personId));
    if (result.type === 'approved') return backDone(c, urls.holds());
    const words = c.var.words.t(`hold.refused.${result.because}`);
    return result.because === 'other-person'
      ? showHolds(c, powers, { [field]: words }, null)
      : showHolds(c, powers, {}, words);
  });

  site.post(`${at}/lift`, async (c) => {
    const { personId } = c.var.reader!;
    const result = await database.write('rights', (w) => liftHold(w, map, c.req.param('id'), personId));
    if (result.type === 'lifted') return backDone(c, urls.holds());
    return showHolds(c, powers, {}, c.var.words.t(`hold.refused.${result.because}`));
  });
};

function readTyped(sent: URLSearchParams): TypedHold {
  const text = (name: string) => sent.get(name)?.slice(0, 5_000) ?? '';
  return {
    email: text('email'),
    ground: text('ground'),
    tables: sent.getAll('tables').slice(0, 500),
    endsOn: text('endsOn'),
    telling: text('telling'),
    silence: text('silence'),
    silentUntil: text('silentUntil'),
  };
}

async function ask(c: SiteContext, powers: Powers): Promise<Response> {
  const { database, map } = powers;
  const typed = readTyped(await readFields(c));
  const { personId } = c.var.reader!;
  const result = await database.write('rights', (w) => askHold(w, map, typed.email, typed, personId));
  if (result.type === 'asked') return backDone(c, urls.holds());
  const { t } = c.var.words;
  if (result.because === 'no-such-person')
    return showAsking(c, powers, typed, { email: t('hold.refused.no-such-person') });
  const faults = Object.entries(result.faults).map(([field, fault]) => [field, t(`hold.fault.${fault}`)]);
  return showAsking(c, powers, typed, Object.fromEntries(faults));
}

function showAsking(c: SiteContext, { map }: Powers, typed: TypedHold, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const children = <NewHold typed={typed} errors={errors} tables={listHoldable(map)} />;
  const props = { title: t('hold.new'), lead: t('hold.newLead'), errors, children };
  return respondWithPrivacyDesk(c, { place: 'holds', ...props });
}

async function showHolds(
  c: SiteContext,
  { database, map }: Powers,
  errors: FieldErrors,
  refusal: string | null,
): Promise<Response> {
  const page = readPage(c.req.query('page'));
  const list = await database.write('rights', (w) => listHolds(w, map, page));
  const operators = await operatorNames(database);
  const tables = new Map(listHoldable(map).map(({ table, holds }) => [table, holds]));
  const view = { ...list, page, operators, readerId: c.var.reader!.personId, tables, errors, refusal };
  const { t } = c.var.words;
  const props = { title: t('hold.title'), lead: t('hold.lead'), errors, children: <Holds view={view} /> };
  return respondWithPrivacyDesk(c, { place: 'holds', ...props });
}
