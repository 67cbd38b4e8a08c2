import type { Receipt } from '../domains/ledger/index.ts';
import { type PublicLog, verifyReceipt } from './shared/verify-receipt.ts';

/**
 * Checks a receipt in the browser: pasted, chosen as a file or dropped. Where the browser can't (an old one without
 * Ed25519, no line to the site), the form is sent and the server checks, and says that it did.
 */
/** As the server's pages say moments. */
const momentStyle: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
  timeZone: 'UTC',
};

const largest_bytes = 100_000;

const form = document.querySelector<HTMLFormElement>('form[data-behaviour="check-receipt"]');
if (form) listen(form);

function listen(form: HTMLFormElement): void {
  const text = form.querySelector('textarea')!;
  const chosen = form.querySelector<HTMLInputElement>('input[type="file"]')!;
  chosen.closest<HTMLElement>('[hidden]')!.hidden = false;
  const take = async (file: File | undefined) => {
    if (!file || file.size > largest_bytes) return;
    text.value = await file.text();
    await check(form, text.value);
  };
  chosen.addEventListener('change', () => void take(chosen.files?.[0]));
  text.addEventListener('dragover', (event) => event.preventDefault());
  text.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void take(file);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void check(form, text.value);
  });
}

async function check(form: HTMLFormElement, text: string): Promise<void> {
  try {
    show(await verifyReceipt(text, publicLog(form.dataset)), text);
  } catch {
    form.submit();
  }
}

/** What the site says of its log, at the addresses that the page names. */
function publicLog({ key = '', consistency = '' }: DOMStringMap): PublicLog {
  return {
    key: async () => ((await ask(key)) as { key: string }).key,
    continuing: async (size) =>
      (await ask(`${consistency}?first=${size}`)) as Awaited<ReturnType<PublicLog['continuing']>>,
  };
}

/** JSON; null for what is not there. */
async function ask(address: string): Promise<unknown> {
  const answer = await fetch(address);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
  return answer.json();
}

function show(finding: string, text: string): void {
  const found = document.querySelector<HTMLElement>('[data-findings]')!;
  for (const each of found.querySelectorAll<HTMLElement>('[data-finding]'))
    each.hidden = each.dataset.finding !== finding;
  found.querySelector('[data-by-server]')?.remove();
  found.querySelector<HTMLElement>('[data-by-browser]')!.hidden = false;
  const facts = found.querySelector<HTMLElement>('[data-facts]')!;
  facts.hidden = finding !== 'sound';
  if (finding === 'sound') fill(facts, JSON.parse(text) as Receipt);
  found.scrollIntoView({ block: 'nearest' });
}

function fill(facts: HTMLElement, { entry, log }: Receipt): void {
  const language = document.documentElement.lang;
  const moment = new Intl.DateTimeFormat(language, momentStyle);
  const number = new Intl.NumberFormat(language);
  const said = {
    at: moment.format(new Date(entry.at)),
    signed: moment.format(new Date(log.head.signed_at)),
    place: number.format(log.position + 1),
    size: number.format(log.head.size),
    role: entry.role ? ` (${entry.role})` : '',
  };
  for (const [name, value] of Object.entries(said)) facts.querySelector(`[data-fact="${name}"]`)!.textContent = value;
  for (const word of facts.querySelectorAll<HTMLElement>('[data-word]')) {
    word.hidden = word.dataset.word !== entry.kind && word.dataset.word !== entry.by;
  }
}
