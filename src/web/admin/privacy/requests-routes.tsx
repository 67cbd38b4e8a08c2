import { listOperators } from '../../../domains/identity/index.ts';
import { noteLookUp } from '../../../domains/ledger/index.ts';
import {
  enterRequest,
  isKind,
  listRequests,
  type RequestFilter,
  type RequestForm,
} from '../../../domains/requests/index.ts';
import type { Database } from '../../../kernel/database/index.ts';
import { requestErrors, requestFields } from '../../public/concerns/concern-form.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import { readPage } from '../../request/read-page.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { momentText, readMoment } from '../../ui/moments.ts';
import { urls } from '../../urls.ts';
import { EnterRequest } from './enter-page.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';
import { Requests } from './requests-page.tsx';

/** The list of requests, and entering what came by another way. */
export const requestsRoutes: Routes = (site, powers) => {
  const { config, database } = powers;
  const { timeZone, privacyAddress } = config.operator;

  site.get(urls.privacyDesk(), async (c) => {
    const filter = filterOf(c);
    const page = readPage(c.req.query('page'));
    const [list, operators] = await Promise.all([
      database.write('rights', (w) => listRequests(w, filter, page, { timeZone, staffId: c.var.reader!.personId })),
      operatorNames(database),
    ]);
    const look = {
      personIds: list.rows.flatMap(({ person_id }) => person_id ?? []),
      staffId: c.var.reader!.personId,
      role: 'operator',
      purpose: 'rights',
      fields: ['requester.name', 'requester.email', 'privacy_request.kind'],
      count: 1,
    };
    await database.write('rights', (w) => noteLookUp(w, look));
    const { t } = c.var.words;
    const view = { ...list, page, filter, operators, privacyAddress };
    const children = <Requests view={view} />;
    return respondWithPrivacyDesk(c, {
      place: 'requests',
      title: t('privacy.title'),
      lead: t('privacy.lead'),
      children,
    });
  });

  site.get(urls.enterRequest(), (c) =>
    showEntering(
      c,
      { kind: 'question', name: '', email: '', words: '' },
      momentText(database.read('rights').now()),
      {},
    ),
  );

  site.post(urls.enterRequest(), async (c) => {
    const { received, ...form } = await readForm(c, [...requestFields, 'received'], 10_000);
    const { words } = c.var;
    const received_at = readMoment(received);
    if (!received_at) return showEntering(c, form, received, { received: words.t('desk.fault.moment') });
    const result = await database.write('rights', (w) => enterRequest(w, form, received_at, timeZone));
    if (result.type === 'received') return backDone(c, urls.privacyRequest(result.id));
    return showEntering(c, form, received, requestErrors(words, result.faults));
  });
};

function filterOf(c: SiteContext): RequestFilter {
  const kind = c.req.query('kind') ?? '';
  return {
    show: c.req.query('show') === 'closed' ? 'closed' : 'open',
    kind: isKind(kind) ? kind : null,
    operatorId: c.req.query('who') === 'mine' ? c.var.reader!.personId : null,
  };
}

/** Operators' names by their ids. */
export async function operatorNames(database: Database): Promise<ReadonlyMap<string, string>> {
  const operators = await listOperators(database.read('provide'));
  return new Map(operators.map(({ id, name }) => [id, name]));
}

function showEntering(c: SiteContext, typed: RequestForm, received: string, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const children = <EnterRequest typed={typed} received={received} errors={errors} />;
  const props = { title: t('privacy.enter'), lead: t('privacy.enterLead'), errors, children };
  return respondWithPrivacyDesk(c, { place: 'requests', ...props });
}
