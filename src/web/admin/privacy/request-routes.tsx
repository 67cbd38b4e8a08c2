import { previewErasure } from '../../../domains/disclosure/index.ts';
import { endRestriction, getUseLimits, restrict } from '../../../domains/identity/index.ts';
import { noteEntry } from '../../../domains/ledger/index.ts';
import { listTemplates } from '../../../domains/outreach/index.ts';
import {
  askForIdentity,
  closeRequest,
  dayOf,
  endings,
  eraseRequester,
  extendRequest,
  isKind,
  noteIdentity,
  noteRequest,
  openRequest,
  type RequestView,
  reopenRequest,
  sendAccess,
  sortRequest,
  writeToRequester,
} from '../../../domains/requests/index.ts';
import type { Writing } from '../../../kernel/database/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { requestLetters } from '../../public/concerns/concern-letters.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { ErasePage, ErasureFigures } from './erase-page.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';
import { RequestPage } from './request-page.tsx';
import { operatorNames } from './requests-routes.tsx';

const at = '/admin/privacy/requests/:id';

/** One request, and what operators do about it. */
export const requestRoutes: Routes = (site, powers) => {
  site.get(at, (c) => showRequest(c, powers, {}));
  writing(site, powers);
  clock(site, powers);
  carryingOut(site, powers);
  erasing(site, powers);
};

type Result = { readonly type: string; readonly because?: string };

/** Does what was asked and goes back to the request; what could not be done is said there, beside the field where there is one. */
async function act(
  c: SiteContext,
  powers: Powers,
  field: string,
  work: (w: Writing<'rights'>, id: string) => Promise<Result>,
): Promise<Response> {
  const id = c.req.param('id')!;
  const result = await powers.database.write('rights', (w) => work(w, id));
  if (result.type !== 'refused') return backDone(c, urls.privacyRequest(id));
  if (result.because === 'no-such-request') return respondNotFound(c);
  return showRequest(c, powers, { [field]: c.var.words.t(`privacy.refused.${result.because as Because}`) });
}

type Because =
  | 'closed'
  | 'known'
  | 'no-address'
  | 'no-words'
  | 'extended'
  | 'too-late'
  | 'paused'
  | 'no-account'
  | 'open'
  | 'identity-unknown';

const writing: Routes = (site, powers) => {
  const letters = requestLetters(powers.config);

  site.post(`${at}/sort`, async (c) => {
    const { kind, operator } = await readForm(c, ['kind', 'operator']);
    const operators = await operatorNames(powers.database);
    const operatorId = operators.has(operator) ? operator : null;
    return act(c, powers, 'kind', (w, id) =>
      sortRequest(w, id, { kind: isKind(kind) ? kind : 'question', operatorId }),
    );
  });

  site.post(`${at}/note`, async (c) => {
    const { note } = await readForm(c, ['note'], 10_000);
    return act(c, powers, 'note', (w, id) => noteRequest(w, id, note));
  });

  site.post(`${at}/write`, async (c) => {
    const letter = await readForm(c, ['subject', 'body'], 20_000);
    const field = letter.subject.trim() === '' ? 'subject' : 'body';
    return act(c, powers, field, (w, id) => writeToRequester(w, id, letter, letters));
  });
};

const clock: Routes = (site, powers) => {
  const letters = requestLetters(powers.config);
  const { timeZone } = powers.config.operator;

  site.post(`${at}/ask-identity`, (c) => act(c, powers, 'how', (w, id) => askForIdentity(w, id, timeZone, letters)));

  site.post(`${at}/note-identity`, async (c) => {
    const { how } = await readForm(c, ['how']);
    return act(c, powers, 'how', (w, id) => noteIdentity(w, id, how, timeZone));
  });

  site.post(`${at}/extend`, async (c) => {
    const { reason } = await readForm(c, ['reason']);
    return act(c, powers, 'reason', (w, id) => extendRequest(w, id, reason, timeZone, letters));
  });
};

const carryingOut: Routes = (site, powers) => {
  const { config, database } = powers;

  site.post(`${at}/access`, (c) => act(c, powers, 'body', (w, id) => sendAccess(w, id, requestLetters(config))));

  site.post(`${at}/restrict`, async (c) => {
    const { end } = await readForm(c, ['end']);
    const { personId: staffId } = c.var.reader!;
    const request = await findRequest(c, powers);
    const personId = request?.identity_shown_at ? request.person_id : null;
    if (!personId) return respondNotFound(c);
    await database.write('provide', async (w) => {
      await (end === 'yes' ? endRestriction(w, personId) : restrict(w, personId));
      const said = { choice: end === 'yes' ? ('lifted' as const) : ('set' as const), scope: 'all' };
      await noteEntry(w, { personId, by: { type: 'staff', role: 'operator', staffId }, kind: 'restriction', said });
    });
    return backDone(c, urls.privacyRequest(c.req.param('id')));
  });

  site.post(`${at}/close`, async (c) => {
    const { ending: chosen, why } = await readForm(c, ['ending', 'why']);
    const ending = endings.find((one) => one === chosen) ?? 'answered';
    return act(c, powers, 'why', (w, id) => closeRequest(w, id, ending, why));
  });

  site.post(`${at}/reopen`, (c) => act(c, powers, 'why', reopenRequest));
};

/** On a page of its own, with figures first. */
const erasing: Routes = (site, powers) => {
  const { config, database, map } = powers;

  site.get(`${at}/erase`, (c) => showErasing(c, powers, {}));

  site.post(`${at}/erase`, async (c) => {
    const { sure } = await readForm(c, ['sure']);
    const { t } = c.var.words;
    if (sure !== 'yes') return showErasing(c, powers, { sure: t('fault.sure') });
    const id = c.req.param('id');
    const erased = await database.write('rights', (w) => eraseRequester(w, map, id, requestLetters(config)));
    if (erased.type === 'refused') return respondNotFound(c);
    const children = <ErasureFigures tables={erased.tables} />;
    const props = { title: t('privacy.erased'), lead: t('privacy.erasedText'), children };
    return respondWithPrivacyDesk(c, { place: 'requests', ...props });
  });
};

async function showErasing(c: SiteContext, powers: Powers, errors: FieldErrors): Promise<Response> {
  const request = await findRequest(c, powers);
  if (!request?.email || !request.identity_shown_at || request.state !== 'open') return respondNotFound(c);
  const tables = await previewErasure(powers.database.read('rights'), powers.map, { email: request.email });
  const { t } = c.var.words;
  const children = <ErasePage id={request.id} tables={tables} errors={errors} />;
  const props = { title: t('privacy.toErase'), lead: t('privacy.eraseLead'), errors, children };
  return respondWithPrivacyDesk(c, { place: 'requests', ...props });
}

function findRequest(c: SiteContext, { database }: Powers): Promise<RequestView | null> {
  const { personId } = c.var.reader!;
  return database.write('rights', (w) => openRequest(w, c.req.param('id')!, personId));
}

async function showRequest(c: SiteContext, powers: Powers, errors: FieldErrors): Promise<Response> {
  const { config, database } = powers;
  const request = await findRequest(c, powers);
  if (!request) return respondNotFound(c);
  const [operators, templates, limits] = await Promise.all([
    operatorNames(database),
    listTemplates(database.read('contact'), 'privacy'),
    request.person_id ? getUseLimits(database.read('provide'), request.person_id) : null,
  ]);
  const chosen = templates.find(({ id }) => id === c.req.query('template'));
  const typed = c.req.method === 'POST' ? await readForm(c, ['subject', 'body'], 20_000) : null;
  const { t, calendarDay } = c.var.words;
  const fill = (text: string) =>
    text
      .replaceAll('{name}', request.name ?? '')
      .replaceAll('{day}', request.due_on ? calendarDay(request.due_on) : '');
  const letter = typed ?? { subject: fill(chosen?.subject ?? ''), body: fill(chosen?.body ?? '') };
  const today = dayOf(database.read('rights').now(), config.operator.timeZone);
  const isRestricted = limits?.restricted_at != null;
  const view = { request, today, operators, templates, letter, isRestricted, errors };
  const title = `${t(`concern.kind.${request.kind}`)}: ${request.name ?? request.email ?? t('privacy.erasedPerson')}`;
  return respondWithPrivacyDesk(c, { place: 'requests', title, errors, children: <RequestPage view={view} /> });
}
