import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourse, writeCourseFolder } from '../../src/domains/exchange/testing.ts';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { type LearnerSite, type LearnerWindow, openLearnerSite } from '../support/learner-site.ts';

/** A picture of 200 by 100 pixels. */
const harbour =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#9bc"/></svg>';
const dial = `<!doctype html><title>Dial</title><button id="up">up</button><output id="n">0</output><script>
  var Dial = (function () {
    var n = 0; var show = function () { document.getElementById('n').textContent = n; };
    document.getElementById('up').addEventListener('click', function () { n += 1; show(); });
    return {
      grade: function () { return JSON.stringify({ n: n }); },
      getState: function () { return JSON.stringify({ n: n }); },
      setState: function (state) { n = JSON.parse(state).n; show(); }
    };
  })();
</script>`;

const problems = {
  python: `<problem display_name="Python" max_attempts="3"><script type="loncapa/python">
import random
a = random.randint(2, 99)
def check(expect, ans):
    return {'ok': int(ans) == 2 * a, 'msg': 'Twice it.'}
</script><customresponse cfn="check"><label>Twice $a?</label><textline/></customresponse></problem>`,
  targeted: `<problem display_name="Targeted"><multiplechoiceresponse targeted-feedback=""><label>Where?</label><choicegroup>
<choice correct="true" explanation-id="a">up</choice><choice correct="false" explanation-id="b">down</choice></choicegroup>
</multiplechoiceresponse><targetedfeedbackset><targetedfeedback explanation-id="b"><p>Rivers run down, tides run up.</p>
</targetedfeedback></targetedfeedbackset></problem>`,
  picture: `<problem display_name="Picture" showanswer="always"><imageresponse><label>Where is the pier?</label>
<imageinput src="/static/harbour.svg" width="200" height="100" rectangle="(100,20)-(150,80)" alt="The harbour"/></imageresponse></problem>`,
  formula: `<problem display_name="Formula"><formularesponse type="ci" samples="x@1:3#3" answer="1/(2*x)">
<label>Half of its inverse?</label><formulaequationinput/></formularesponse></problem>`,
  drag: `<problem display_name="Drag"><customresponse><label>Where do boats lie?</label>
<drag_and_drop_input img="/static/harbour.svg" one_per_target="true">
<draggable id="boat" label="Boat"/><draggable id="crane" label="Crane"/>
<target id="quay" x="10" y="10" w="60" h="60"/><target id="sea" x="120" y="10" w="60" h="60"/>
</drag_and_drop_input><answer type="loncapa/python">
correct = ['correct' if draganddrop.grade(submission[0], {'boat': 'sea', 'crane': 'quay'}) else 'incorrect']
</answer></customresponse></problem>`,
  program: `<problem display_name="Program"><script type="loncapa/python">
import json
def dialled(e, ans):
    return json.loads(json.loads(ans)['answer'])['n'] == 3
</script><customresponse cfn="dialled"><label>Dial three.</label>
<jsinput gradefn="Dial.grade" get_statefn="Dial.getState" set_statefn="Dial.setState" initial_state='{"n": 1}'
 html_file="/static/dial.html" width="300" height="120" title="A dial"/></customresponse></problem>`,
  kept: `<problem display_name="Stopped"><script type="loncapa/python">
def check(e, ans):
    while True: pass
</script><customresponse cfn="check"><label>How long?</label><textline/></customresponse></problem>`,
};
type Name = keyof typeof problems;

let site: LearnerSite;
let folder: string;
let courseKey: string;
let ada: { readonly email: string };

beforeAll(async () => {
  site = await openLearnerSite();
  const units = Object.entries(problems).map(([name, source]) => [
    name,
    source.replace('<problem', `<problem url_name="${name}"`),
  ]);
  const course = aCourse({
    units: Object.fromEntries(units),
    files: { 'static/harbour.svg': harbour, 'static/dial.html': dial },
  });
  folder = writeCourseFolder(mkdtempSync(path.join(tmpdir(), 'mooc-problems-')), course);
  courseKey = await site.bring(folder);
  ada = await site.person('Ada', courseKey);
});
afterAll(async () => {
  await site?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const unit = (name: Name) => urls.unit(courseKey, `vertical@${name}`);
const problem = (page: Page, name: Name) => page.locator(`#p-problem-${name}`);

async function at(
  name: Name,
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<LearnerWindow & { readonly here: Locator }> {
  const window = await site.window(options, ada);
  await window.page.goto(unit(name));
  // Python may still be starting: the page says so and offers to ask again.
  const again = window.page.locator('[data-control="problem.again"]');
  for (let tries = 0; tries < 20 && (await again.count()) > 0; tries++) await again.click();
  return { ...window, here: problem(window.page, name) };
}

const submit = (here: Locator) => here.locator('[data-control="problem.submit"]').click();
const marked = (here: Locator, mark: string) => here.locator(`.problem-input[data-mark="${mark}"]`).waitFor();

describe('a problem with Python', () => {
  it('is drawn, graded and counted', async () => {
    const { here, page, complaints, close } = await at('python');
    const a = Number(/Twice (\d+)\?/.exec((await here.textContent()) ?? '')![1]);
    await here.getByRole('textbox').fill('1');
    await submit(here);
    await marked(here, 'incorrect');
    expect(await here.textContent()).toContain('Twice it.');
    await here.getByRole('textbox').fill(String(2 * a));
    await submit(here);
    await marked(here, 'correct');
    expect(await here.textContent()).toContain('2 of 3 attempts used');
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('that never ends says so politely, keeps what was typed, and counts nothing', async () => {
    const { here, close } = await at('kept');
    await here.getByRole('textbox').fill('long');
    await submit(here);
    await here.getByRole('alert').waitFor();
    expect(await here.textContent()).toContain('No attempt was counted');
    expect(await here.getByRole('textbox').inputValue()).toBe('long');
    await close();
  });
});

it('targeted feedback stands in its place', async () => {
  const { here, close } = await at('targeted');
  expect(await here.textContent()).not.toContain('Rivers run down');
  await here.getByLabel('down').check();
  await submit(here);
  await marked(here, 'incorrect');
  expect(await here.locator('.problem-text .feedback').textContent()).toContain('Incorrect: Rivers run down');
  await close();
});

it('a picture is answered by a click, and shows where it was right', async () => {
  const { here, page, close } = await at('picture');
  await here.locator('.image-answer img').click({ position: { x: 120, y: 50 } });
  expect(await here.getByRole('textbox').inputValue()).toBe('[120,50]');
  await submit(here);
  await marked(here, 'correct');
  await here.locator('[data-control="problem.show-answer"]').click();
  const area = await here.locator('.image-areas rect').boundingBox();
  const picture = await here.locator('.image-answer img').boundingBox();
  expect(Math.round(area!.x - picture!.x)).toBeGreaterThanOrEqual(98);
  expect(Math.round(area!.x - picture!.x)).toBeLessThanOrEqual(101);
  expect(await findBarriers(page)).toEqual([]);
  await close();
});

it('a formula is shown as it is typed', async () => {
  const { here, page, complaints, close } = await at('formula');
  await here.getByRole('textbox').fill('1/(2*x)');
  await here.locator('output math mfrac').waitFor();
  await here.getByRole('textbox').fill('1/(2*');
  await here.locator('output .preview-none').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

describe('things to drag', () => {
  it('go by pointer, and by keyboard', async () => {
    const { here, page, complaints, close } = await at('drag');
    const picture = (await here.locator('.drag-board img').boundingBox())!;
    const boat = here.locator('.drag-chip', { hasText: 'Boat' });
    const from = (await boat.boundingBox())!;
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(picture.x + 150, picture.y + 40, { steps: 5 });
    await page.mouse.up();
    await here.locator('.drag-board .drag-chip', { hasText: 'Boat' }).waitFor();
    const crane = here.locator('.drag-chip', { hasText: 'Crane' });
    await crane.press('Enter');
    await here.getByRole('button', { name: 'quay' }).press('Enter');
    expect(await here.locator('[role=status].only-heard').textContent()).toContain('Crane is at quay');
    expect(await findBarriers(page)).toEqual([]);
    await submit(here);
    await marked(here, 'correct');
    expect(await here.locator('.drag-board .drag-chip').count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are chosen from lists without a script', async () => {
    const { here, page, close } = await at('drag', { javaScriptEnabled: false });
    await here.getByLabel('Boat').selectOption('quay');
    await here.getByLabel('Crane').selectOption('');
    await submit(here);
    await page.waitForLoadState();
    await marked(here, 'incorrect');
    expect(await here.getByLabel('Boat').inputValue()).toBe('quay');
    await close();
  });
});

describe('a program of the author’s', () => {
  it('is asked for its answer, and finds its state again', async () => {
    const { here, page, complaints, close } = await at('program');
    const inside = page.frameLocator('.program-answer iframe');
    await inside.locator('#n', { hasText: '1' }).waitFor();
    await inside.locator('#up').click();
    await submit(here);
    await marked(here, 'incorrect');
    await inside.locator('#n', { hasText: '2' }).waitFor();
    await inside.locator('#up').click();
    await submit(here);
    await marked(here, 'correct');
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that it needs a script where there is none', async () => {
    const { here, close } = await at('program', { javaScriptEnabled: false });
    expect(await here.textContent()).toContain('only with JavaScript');
    await close();
  });
});
