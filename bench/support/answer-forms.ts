import type { BenchSite } from './bench-site.ts';

/** A problem's form on a page, filled in as somebody might. */
export interface AnswerForm {
  readonly path: string;
  readonly body: string;
}

/** Reads the forms of the unit's problems off its page and fills each in: the first choice, the number 7. */
export async function readForms(site: BenchSite, cookie: string): Promise<AnswerForm[]> {
  const page = await (await fetch(site.address + site.unitPath, { headers: { cookie } })).text();
  const forms = page.matchAll(/<form method="post" action="([^"]*\/answer\/[^"]*)"[\s\S]*?<\/form>/g);
  return [...forms].map(([form, action]) => {
    const fields = new URLSearchParams({ action: 'submit' });
    for (const [input] of form.matchAll(/<(?:input|select)\b[^>]*>(?:\s*<option[^>]*>[^<]*<\/option>)*/g)) {
      const name = /\bname="([^"]*)"/.exec(input)?.[1];
      const values = [...input.matchAll(/\bvalue="([^"]*)"/g)].map((match) => match[1]!);
      if (name && !fields.has(name)) fields.set(name, values.find((value) => value !== '') ?? '7');
    }
    return { path: action!, body: fields.toString() };
  });
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** Hands in every problem of the unit once. */
export async function answerEach(site: BenchSite, cookie: string): Promise<void> {
  for (const { path, body } of await readForms(site, cookie)) {
    const headers = { ...formHeaders, cookie };
    const answer = await fetch(site.address + path, { method: 'POST', headers, body, redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`an answer was not taken: ${answer.status}`);
  }
}
