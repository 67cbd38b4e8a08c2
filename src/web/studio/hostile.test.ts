import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileHtml } from '../../../test/journeys/hostile-html.ts';
import { anAuthor, type StudioAuthor } from '../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../test/support/test-site-app.ts';
import { getDraftVersion } from '../../domains/courses/index.ts';
import { enrol } from '../../domains/enrolment/index.ts';
import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
});
afterAll(() => app.close());

/** Breaks out of an attribute, of a text, and of a message. */
const attack = `"'><img src=x onerror=ran()><script>ran()</script>{0}</title></textarea><svg onload=ran()>`;

const idsOf = async (tag: string) => {
  const draft = await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey);
  return [...draft!.blocks.values()].filter((block) => block.tag === tag).map((block) => block.id);
};

async function aPart(tag: string): Promise<string> {
  const [unit] = await idsOf('vertical');
  await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'add'), { new: `${tag} ${unit}`, back: unit! });
  return (await idsOf(tag)).at(-1)!;
}

async function editionOf(id: string, as: string): Promise<string> {
  const page = await (await chidi.browser.get(urls.studioBlock(chidi.courseKey, id, as))).text();
  return /name="edition" value="([^"]+)"/.exec(page)![1]!;
}

/** What no page may hold of an author's: scripts of their own, handlers, addresses that run something. */
function trespassesIn(html: string): string[] {
  const found: string[] = [];
  const look = (nodes: readonly HtmlNode[]) => {
    for (const node of nodes) {
      if (!('attrs' in node)) continue;
      for (const { name, value } of node.attrs) {
        if (/^on|^style$|^srcdoc$/i.test(name)) found.push(`${node.nodeName}[${name}]`);
        if (
          /^(?:href|src|action|formaction|xlink:href)$/.test(name) &&
          /^\s*(?:javascript|data|vbscript):/i.test(value)
        ) {
          found.push(`${node.nodeName}[${name}=${value}]`);
        }
      }
      const src = node.attrs.find(({ name }) => name === 'src')?.value ?? '';
      if (node.nodeName === 'script' && !src.startsWith('/site/')) found.push('script');
      if (node.nodeName === 'iframe' && !node.attrs.some(({ name }) => name === 'sandbox')) found.push('iframe');
      if (/^(?:object|embed|base|meta)$/.test(node.nodeName) && !isOwnMeta(node.attrs)) found.push(node.nodeName);
      look(node.childNodes);
    }
  };
  look(parseHtml(html));
  return found;
}

function isOwnMeta(attributes: readonly { name: string; value: string }[]): boolean {
  return attributes.some(
    ({ name, value }) => name === 'charset' || (name === 'name' && /^(?:viewport|color-scheme)$/.test(value)),
  );
}

it('shows no author anything of a text that runs', async () => {
  const id = await aPart('html');
  const edition = await editionOf(id, 'html');
  const autosave = urls.studioBlockAction(chidi.courseKey, id, 'autosave');
  // Every attack goes through the same cleaning in `test/journeys/untrusted-html.test.ts`; here it is that the studio cleans.
  expect(trespassesIn(attack)).not.toEqual([]);
  for (const text of hostileHtml.filter((_, at) => at % 12 === 0)) {
    const answer = await chidi.browser.post(autosave, { as: 'html', edition, text }, { 'x-part': '1' });
    expect(answer.status).toBe(200);
    expect(trespassesIn(await answer.text()), text).toEqual([]);
  }
  const page = await (await chidi.browser.get(urls.studioBlock(chidi.courseKey, id))).text();
  expect(trespassesIn(page)).toEqual([]);
});

it('shows nothing that runs in any field, to authors and to learners', async () => {
  const [section] = await idsOf('chapter');
  const [subsection] = await idsOf('sequential');
  const [unit] = await idsOf('vertical');
  for (const block of [section!, subsection!, unit!]) {
    await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'rename'), { block, name: attack });
  }
  const problem = await aPart('problem');
  const video = await aPart('video');
  const poll = await aPart('poll');
  const save = async (id: string, as: string, form: Record<string, string>) => {
    const edition = await editionOf(id, as);
    return chidi.browser.post(urls.studioBlock(chidi.courseKey, id), { as, edition, action: 'save', ...form });
  };
  const markdown = `>>Question <img src=x onerror=ran()>||${attack}<<\n\n(x) a <img src="x" onerror="ran()"/> {{ <img src="x" onerror="ran()"/> }}\n( ) b\n`;
  await save(problem, 'markdown', {
    name: attack,
    text: markdown.replace('<img src=x onerror=ran()>', '').replace(attack, ''),
  });
  const captions = `1\n00:00:00,000 --> 00:00:02,000\n${attack}\n`;
  const film = {
    name: attack,
    youTube: 'b7xgknqkQk8',
    sources: 'https://evil.test/"onerror=ran()',
    captionsLanguage: 'en',
    captions,
  };
  expect((await save(video, 'video', film)).status).toBe(303);
  const escaped = attack.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const answers = JSON.stringify([['a', { label: '<img src=x onerror=ran()>' }]])
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
  await save(poll, 'xml', { text: `<poll display_name="${escaped}" question="${escaped}" answers="${answers}"/>` });
  const outline = await (await chidi.browser.get(urls.studioOutline(chidi.courseKey))).text();
  const root = /name="block" value="(course@[^"]+)"/.exec(outline)![1]!;
  const hash = /name="hash" value="([^"]+)"/.exec(outline)![1]!;
  await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'publish'), { block: root, hash });
  const terms = {
    courseKey: chidi.courseKey,
    opens_at: null,
    closes_at: null,
    isInvitationOnly: false,
    capacity: null,
  };
  await app.database.write('provide', (w) => enrol(w, chidi.personId, terms));
  const pages = [
    urls.studioOutline(chidi.courseKey),
    urls.studioOutline(chidi.courseKey, unit!),
    urls.studioUnit(chidi.courseKey, unit!),
    urls.studioBlock(chidi.courseKey, problem),
    urls.studioBlock(chidi.courseKey, video),
    urls.studioBlock(chidi.courseKey, poll),
    urls.studioBlockAction(chidi.courseKey, subsection!, 'settings'),
    urls.studioVersions(chidi.courseKey),
    urls.studioVersion(chidi.courseKey, 6, 1),
    urls.outline(chidi.courseKey),
    urls.unit(chidi.courseKey, unit!),
  ];
  for (const page of pages) {
    const answer = await chidi.browser.get(page);
    expect(answer.status, page).toBe(200);
    const html = await answer.text();
    expect(html, page).toContain('onerror');
    expect(trespassesIn(html), page).toEqual([]);
  }
  expect(app.faults()).toBe('');
});

/** What each form of a kind asks for, with an attack wherever a text may stand. */
const hostileForms: Readonly<Record<string, readonly (readonly [field: string, value: string])[]>> = {
  discussion: [
    ['discussion_category', attack],
    ['discussion_target', attack],
  ],
  poll: [['question', `# ${attack}`], ...hostileRows('answers'), ['feedback', attack], ['max_submissions', '1']],
  survey: [
    ['block_name', attack],
    ...hostileRows('questions'),
    ...hostileRows('answers'),
    ['feedback', attack],
    ['max_submissions', '1'],
  ],
  word_cloud: [
    ['instructions', `[x](javascript:ran()) ${attack}`],
    ['num_inputs', '2'],
    ['num_top_words', '9'],
  ],
  lti_consumer: [
    ['launch_url', `https://evil.test/"onerror=ran()`],
    ['lti_id', attack],
    ['custom_parameters', `a=${attack}`],
    ['launch_target', 'modal'],
    ['button_text', attack],
    ['weight', '1'],
  ],
  done: [['align', 'right']],
};

function hostileRows(field: string): (readonly [string, string])[] {
  const one = [
    [`${field}-key`, attack],
    [`${field}-label`, attack],
    [`${field}-img`, `javascript:ran()//${attack}`],
    [`${field}-alt`, attack],
  ] as const;
  return [...one, ...one];
}

it.each(Object.entries(hostileForms))('shows nothing of the form for %s that runs', async (tag, fields) => {
  const id = await aPart(tag);
  const edition = await editionOf(id, 'form');
  const given = [['as', 'form'], ['edition', edition], ['action', 'save'], ['name', attack], ...fields];
  const form = new URLSearchParams(given.map(([name, value]) => [name!, value!]));
  const wrong = new URLSearchParams([...form].map(([name, value]) => [name, value === edition ? value : attack]));
  wrong.set('as', 'form');
  wrong.set('action', 'preview');
  const address = urls.studioBlock(chidi.courseKey, id);
  const refused = await chidi.browser.post(address, wrong as never);
  expect(trespassesIn(await refused.text())).toEqual([]);
  expect((await chidi.browser.post(address, form as never)).status).toBe(303);
  const [unit] = await idsOf('vertical');
  const page = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, unit!))).text();
  const hash = /edit\/publish[\s\S]*?name="hash" value="([^"]+)"/.exec(page)![1]!;
  await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'publish'), { block: unit!, hash, sure: 'yes' });
  const pages = [
    address,
    `${address}?as=xml`,
    urls.studioUnit(chidi.courseKey, unit!),
    urls.unit(chidi.courseKey, unit!),
  ];
  for (const one of pages) {
    const answer = await chidi.browser.get(one);
    expect(answer.status, one).toBe(200);
    expect(trespassesIn(await answer.text()), one).toEqual([]);
  }
  const learners = await (await chidi.browser.get(urls.unit(chidi.courseKey, unit!))).text();
  expect(learners).toContain(`data-block="${id}"`);
  expect(app.faults()).toBe('');
});

it('cuts a long name between letters, and refuses an upload that says nonsense about itself', async () => {
  const [unit] = await idsOf('vertical');
  const name = `${'n'.repeat(299)}\u{1F30A}`;
  const renamed = await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'rename'), { block: unit!, name });
  expect(renamed.status).toBe(303);
  const headers = { 'sec-fetch-site': 'same-origin', cookie: chidi.browser.cookie() };
  const send = (body: string | FormData, more = {}) =>
    app.site.request(
      new Request(`https://mooc.test${urls.uploadCourse('LakeU')}`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body,
      }),
    );
  const nonsense = { 'content-type': `multipart/form-data; boundary=${'x'.repeat(300)}` };
  expect((await send('x', nonsense)).status).toBe(422);
  const form = new FormData();
  form.set('archive', new Blob(['no archive']), 'rivers.tar.gz');
  const report = (await send(form)).headers.get('location')!;
  await app.powers.imports.close();
  const told = await (await chidi.browser.get(report)).text();
  expect(told).toContain('The file is no archive');
  expect(told).not.toContain('/mooc-site-');
});

it('pastes nothing from a course that the author may no longer see', async () => {
  const eve = await anAuthor(app, 'OtherU');
  const [unit] = await idsOf('vertical');
  await app.database.asOwner(
    `insert into organisation_member (person_id, organisation, role, since)
     select $1, organisation, 'author', now() from organisation_member where person_id = $2`,
    [eve.personId, chidi.personId],
  );
  await eve.browser.post(urls.studioEdit(chidi.courseKey, 'copy'), { block: unit!, back: '' });
  const draftOf = () => getDraftVersion(app.database.read('provide'), app.powers.versions, eve.courseKey);
  const parentId = [...(await draftOf())!.blocks.values()].find(({ tag }) => tag === 'sequential')!.id;
  const paste = async () => {
    await eve.browser.post(urls.studioEdit(eve.courseKey, 'paste'), { parent: parentId, back: '' });
    return [...(await draftOf())!.blocks.values()].filter(({ tag }) => tag === 'vertical').length;
  };
  expect(await paste()).toBe(2);
  await app.database.asOwner("delete from organisation_member where person_id = $1 and role = 'author'", [
    eve.personId,
  ]);
  expect(await paste()).toBe(2);
});
