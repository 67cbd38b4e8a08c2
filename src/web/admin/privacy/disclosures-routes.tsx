import { stream } from 'hono/streaming';
import { findPersonIds, findReachable, listFields, readDisclosed } from '../../../domains/disclosure/index.ts';
import {
  approveDisclosure,
  askDisclosure,
  type DisclosureFaults,
  findDisclosure,
  isPass,
  listDisclosures,
  openGate,
  tellSubjects,
  withdrawDisclosure,
} from '../../../domains/gate/index.ts';
import { dayOf } from '../../../domains/requests/index.ts';
import type { Writing } from '../../../kernel/database/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { readFields } from '../../request/read-form.ts';
import { readPage } from '../../request/read-page.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { disclosureLetters } from './disclosure-letters.ts';
import { Disclosure } from './disclosure-page.tsx';
import { Disclosures } from './disclosures-page.tsx';
import { NewDisclosure, type TypedDisclosure } from './new-disclosure-page.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';
import { operatorNames } from './requests-routes.tsx';

/** The register of disclosures. */
export const disclosuresRoutes: Routes = (site, powers) => {
  site.get(urls.disclosures(), async (c) => {
    const page = readPage(c.req.query('page'));
    const { rows, pages } = await listDisclosures(powers.database.read('rights'), page);
    const { t } = c.var.words;
    const children = <Disclosures view={{ rows, pages, page, today: todayOf(powers) }} />;
    const props = { title: t('disclosure.title'), lead: t('disclosure.lead'), children };
    return respondWithPrivacyDesk(c, { place: 'disclosures', ...props });
  });

  site.get(urls.newDisclosure(), (c) => showAsking(c, powers, readTyped(new URLSearchParams()), {}));

  site.post(urls.newDisclosure(), (c) => ask(c, powers));
};

/** One entry: approved, handed over, told of, or taken back. */
export const disclosureRoutes: Routes = (site, powers) => {
  const { database } = powers;
  const at = '/admin/privacy/disclosures/:id';

  site.get(at, (c) => showDisclosure(c, powers, null));

  const act =
    (work: (w: Writing<'rights'>, id: string, operatorId: string) => Promise<Result>) => async (c: SiteContext) => {
      const id = c.req.param('id')!;
      const { personId: operatorId } = c.var.reader!;
      const result = await database.write('rights', (w) => work(w, id, operatorId));
      return result.type === 'refused'
        ? showDisclosure(c, powers, result.because as Because)
        : backDone(c, urls.disclosure(id));
    };

  site.post(`${at}/approve`, act(approveDisclosure));
  site.post(`${at}/withdraw`, act(withdrawDisclosure));
  site.post(
    `${at}/tell`,
    act((w, id, operatorId) => tell(w, powers, id, operatorId)),
  );
  site.post(`${at}/hand-over`, (c) => handOver(c, powers));
};

type Result = { readonly type: string; readonly because?: string };

type Because =
  | 'no-such-disclosure'
  | 'not-asked'
  | 'approved-already'
  | 'not-open'
  | 'not-approved'
  | 'too-late'
  | 'not-given'
  | 'silent'
  | 'told-already';

function todayOf({ config, database }: Powers): string {
  return dayOf(database.read('rights').now(), config.operator.timeZone);
}

function tell(w: Writing<'rights'>, powers: Powers, id: string, operatorId: string) {
  const { map, config } = powers;
  const reach = (personId: string) => findReachable(w, map, personId);
  return tellSubjects(w, id, operatorId, todayOf(powers), reach, disclosureLetters(config));
}

/** A way out of the house. That it was opened is on record before the first byte leaves, and who may be told is told. */
async function handOver(c: SiteContext, powers: Powers): Promise<Response> {
  const { database, map } = powers;
  const id = c.req.param('id')!;
  const { personId: operatorId } = c.var.reader!;
  const pass = await database.write('rights', async (w) => {
    const opened = await openGate(w, 'disclosed-file', id, operatorId);
    // Refused while they may not be told yet, or were: then nobody is.
    if (isPass(opened)) await tell(w, powers, id, operatorId);
    return opened;
  });
  if (!isPass(pass)) return showDisclosure(c, powers, pass.because);
  c.header('content-type', 'application/jsonl; charset=utf-8');
  c.header('content-disposition', 'attachment; filename="disclosure.jsonl"');
  c.header('cache-control', 'private, no-store');
  return stream(c, (out) =>
    database.write('rights', async (w) => {
      for await (const line of readDisclosed(w, map, pass)) await out.write(`${JSON.stringify(line)}\n`);
    }),
  );
}

function readTyped(sent: URLSearchParams): TypedDisclosure {
  const text = (name: string) => sent.get(name)?.slice(0, 20_000) ?? '';
  return {
    ground: text('ground') || 'legal-demand',
    document: text('document'),
    fingerprint: text('fingerprint'),
    recipient: text('recipient'),
    why: text('why'),
    fields: sent.getAll('fields').slice(0, 1000),
    persons: text('persons'),
    silence: text('silence'),
    silentUntil: text('silentUntil'),
  };
}

const most_addresses = 200;

async function ask(c: SiteContext, powers: Powers): Promise<Response> {
  const { database, map } = powers;
  const typed = readTyped(await readFields(c));
  const r = database.read('rights');
  const addresses = typed.persons
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((address) => address !== '');
  const { t } = c.var.words;
  if (addresses.length > most_addresses)
    return showAsking(c, powers, typed, { persons: t('disclosure.fault.too-many', { most: most_addresses }) });
  const found = new Map<string, readonly string[]>();
  for (const address of addresses) found.set(address, await findPersonIds(r, map, address));
  const unknown = [...found].filter(([, ids]) => ids.length === 0).map(([address]) => address);
  if (unknown.length > 0) {
    return showAsking(c, powers, typed, { persons: t('disclosure.fault.unknown', { addresses: unknown.join(', ') }) });
  }
  const known = new Set(listFields(map).flatMap(({ fields }) => fields));
  const form = { ...typed, personIds: [...found.values()].flat(), people: found.size };
  const { personId } = c.var.reader!;
  const result = await database.write('rights', (w) =>
    askDisclosure(w, form, personId, { known, today: todayOf(powers) }),
  );
  if (result.type === 'asked') return backDone(c, urls.disclosure(result.id));
  return showAsking(c, powers, typed, errorsOf(c, result.faults));
}

function errorsOf(c: SiteContext, faults: DisclosureFaults): FieldErrors {
  const entries = Object.entries(faults).map(([field, fault]) => [
    field === 'personIds' ? 'persons' : field,
    c.var.words.t(`disclosure.fault.${fault}`),
  ]);
  return Object.fromEntries(entries);
}

function showAsking(c: SiteContext, { map }: Powers, typed: TypedDisclosure, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const children = <NewDisclosure typed={typed} errors={errors} tables={listFields(map)} />;
  const props = { title: t('disclosure.new'), lead: t('disclosure.newLead'), errors, children };
  return respondWithPrivacyDesk(c, { place: 'disclosures', ...props });
}

async function showDisclosure(c: SiteContext, powers: Powers, refused: Because | null): Promise<Response> {
  const { database } = powers;
  const entry = await findDisclosure(database.read('rights'), c.req.param('id')!);
  if (!entry) return respondNotFound(c);
  const { t } = c.var.words;
  const refusal = refused && t(`disclosure.refused.${refused}`);
  const readerId = c.var.reader!.personId;
  const view = { entry, operators: await operatorNames(database), readerId, today: todayOf(powers), refusal };
  const title = entry.recipient ?? t('disclosure.ourselves');
  return respondWithPrivacyDesk(c, { place: 'disclosures', title, children: <Disclosure view={view} /> });
}
