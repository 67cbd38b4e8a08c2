import {
  addExtent,
  closeBreach,
  findBreach,
  listBreaches,
  noteAuthority,
  noteBreach,
  removeExtent,
  tellAffected,
} from '../../../domains/breaches/index.ts';
import { listScopes } from '../../../domains/disclosure/index.ts';
import { noteLookUp } from '../../../domains/ledger/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { readFields, readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { momentText, readMoment } from '../../ui/moments.ts';
import { urls } from '../../urls.ts';
import { Breach, type BreachPageView } from './breach-page.tsx';
import { Breaches, BreachForm, breachErrors, type TypedBreach } from './breaches-page.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';

const fields = ['title', 'what', 'measures', 'risk', 'known'] as const;

/** The register of breaches. */
export const breachesRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get(urls.breaches(), async (c) => {
    const r = database.read('rights');
    const { t } = c.var.words;
    const children = <Breaches rows={await listBreaches(r)} now={r.now()} />;
    return respondWithPrivacyDesk(c, { place: 'breaches', title: t('breach.title'), lead: t('breach.lead'), children });
  });

  site.get(urls.newBreach(), (c) => {
    const known = momentText(database.read('rights').now());
    return showNew(c, { title: '', what: '', measures: '', risk: 'likely', known }, {});
  });

  site.post(urls.newBreach(), async (c) => {
    const typed = await readForm(c, fields, 10_000);
    const form = { ...typed, known_at: readMoment(typed.known) };
    const result = await database.write('rights', (w) => noteBreach(w, null, form));
    if (result.type === 'stored') return backDone(c, urls.breach(result.id));
    return showNew(c, typed, result.because === 'faults' ? breachErrors(c.var.words.t, result.faults) : {});
  });
};

const at = '/admin/privacy/breaches/:id';

/** One breach, and what is done about it. */
export const breachRoutes: Routes = (site, powers) => {
  const { database, config } = powers;

  site.get(at, (c) => showBreach(c, powers, {}));

  site.post(at, async (c) => {
    const id = c.req.param('id');
    const typed = await readForm(c, fields, 10_000);
    const form = { ...typed, known_at: readMoment(typed.known) };
    const result = await database.write('rights', (w) => noteBreach(w, id, form));
    if (result.type === 'stored') return backDone(c, urls.breach(id));
    if (result.because === 'no-such-breach') return respondNotFound(c);
    return showBreach(c, powers, breachErrors(c.var.words.t, result.faults), { typed });
  });

  site.post(`${at}/authority`, async (c) => {
    const id = c.req.param('id');
    const { note, told } = await readForm(c, ['note', 'told'], 10_000);
    const result = await database.write('rights', (w) => noteAuthority(w, id, note, readMoment(told)));
    return answer(c, powers, id, result, 'note');
  });

  site.post(`${at}/close`, async (c) => {
    const id = c.req.param('id');
    const { closed } = await readForm(c, ['closed']);
    return answer(c, powers, id, await database.write('rights', (w) => closeBreach(w, id, closed === 'yes')), 'note');
  });

  site.post(`${at}/tell`, async (c) => {
    const id = c.req.param('id');
    const letter = await readForm(c, ['subject', 'body'], 20_000);
    const result = await tellAffected(database, powers.map, id, letter, config.operator.privacyAddress);
    if (result.type === 'told') return backDone(c, urls.breach(id));
    if (result.because === 'no-such-breach') return respondNotFound(c);
    const field = letter.subject.trim() === '' ? 'subject' : 'body';
    return showBreach(c, powers, { [field]: c.var.words.t('desk.fault.empty') }, { letter });
  });

  reaching(site, powers);
};

/** What a breach reached: a table, columns, a window. */
const reaching: Routes = (site, powers) => {
  const { database, map } = powers;

  site.post(`${at}/reach`, async (c) => {
    const id = c.req.param('id');
    const sent = await readFields(c);
    const from = readMoment(sent.get('from') ?? '');
    const to = readMoment(sent.get('to') ?? '');
    const { t } = c.var.words;
    const wanted = t('desk.fault.moment');
    const missing = { ...(from ? {} : { from: wanted }), ...(to ? {} : { to: wanted }) };
    const table = sent.get('table') ?? '';
    if (!from || !to) return showBreach(c, powers, missing, { chosenTable: table });
    const which = sent.get('which') === 'changed' ? ('changed' as const) : ('there' as const);
    const extent = { table, columns: sent.getAll('columns').slice(0, 200), from, to, which };
    const result = await database.write('rights', (w) => addExtent(w, map, id, extent));
    return answer(c, powers, id, result, 'to', { chosenTable: table });
  });

  site.post(`${at}/remove-reach`, async (c) => {
    const id = c.req.param('id');
    const { reach } = await readForm(c, ['reach']);
    if (isRowId(reach)) await database.write('rights', (w) => removeExtent(w, id, reach));
    return backDone(c, urls.breach(id));
  });
};

type Result = { readonly type: string; readonly because?: string };
type Because = 'no-words' | 'no-such-table' | 'no-window' | 'too-many';

/** Back to the breach; what could not be done is said there. */
function answer(
  c: SiteContext,
  powers: Powers,
  id: string,
  result: Result,
  field: string,
  typed: Partial<BreachPageView> = {},
): Promise<Response> | Response {
  if (result.type !== 'refused') return backDone(c, urls.breach(id));
  if (result.because === 'no-such-breach') return respondNotFound(c);
  return showBreach(c, powers, { [field]: c.var.words.t(`breach.refused.${result.because as Because}`) }, typed);
}

function showNew(c: SiteContext, typed: TypedBreach, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const children = <BreachForm action={urls.newBreach()} typed={typed} errors={errors} />;
  const props = { title: t('breach.new'), lead: t('breach.newLead'), errors, children };
  return respondWithPrivacyDesk(c, { place: 'breaches', ...props });
}

async function showBreach(
  c: SiteContext,
  powers: Powers,
  errors: FieldErrors,
  given: Partial<BreachPageView> = {},
): Promise<Response> {
  const { database, map, config } = powers;
  const r = database.read('rights');
  const breach = await findBreach(r, map, c.req.param('id')!);
  if (!breach) return respondNotFound(c);
  await noteShown(c, powers, breach);
  const { t, day } = c.var.words;
  const { title, what, measures, risk, known_at } = breach;
  const facts = { site: config.siteName, day: day(known_at), privacyAddress: config.operator.privacyAddress };
  const view: BreachPageView = {
    breach,
    now: r.now(),
    typed: { title, what, measures, risk, known: momentText(known_at) },
    scopes: listScopes(map),
    chosenTable: c.req.query('table') ?? null,
    window: { from: '', to: momentText(known_at) },
    letter: { subject: t('breach.letter.subject', facts), body: t('breach.letter.text', facts) },
    errors,
    ...given,
  };
  return respondWithPrivacyDesk(c, { place: 'breaches', title, errors, children: <Breach view={view} /> });
}

/** The page shows addresses of those whom the breach reached: a look that their ledgers have. */
async function noteShown(c: SiteContext, { database }: Powers, breach: BreachPageView['breach']): Promise<void> {
  const personIds = breach.reaches
    .flatMap(({ persons }) => persons.filter((one) => one.hasAccount))
    .map((one) => one.personId);
  if (personIds.length === 0) return;
  const look = { staffId: c.var.reader!.personId, role: 'operator', purpose: 'rights', fields: ['person.email'] };
  await database.write('rights', (w) => noteLookUp(w, { ...look, personIds, count: 1 }));
}
