import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCourse, writeArchive } from '../../src/domains/exchange/testing.ts';
import { urls } from '../../src/web/urls.ts';
import { type LearnerSite, type LearnerWindow, openLearnerSite } from '../support/learner-site.ts';

const words = `1\n00:00:01,000 --> 00:00:04,000\nThe tide comes in.\n\n2\n00:00:04,000 --> 00:00:09,000\nIt goes out again.\n\n3\n00:01:30,000 --> 00:01:35,000\nTwice a day.\n`;
const course = aCourse({
  units: {
    films: `<video url_name="tide" display_name="The tide" youtube_id_1_0="abcdefghijk" sub=""
      transcripts='{"en": "tide.srt", "fi": "vuorovesi.srt"}'/>`,
  },
  files: { 'static/tide.srt': words, 'static/vuorovesi.srt': words.replace('The tide comes in.', 'Vuorovesi nousee.') },
});

/** What YouTube's player says and hears, without YouTube. */
const player = `<script>
  let at = 0, state = -1;
  const say = () => parent.postMessage(JSON.stringify({ event: 'infoDelivery', info: { currentTime: at, duration: 100, playerState: state, playbackRate: 1 } }), '*');
  addEventListener('message', ({ data }) => {
    const { event, func, args } = JSON.parse(data);
    if (func === 'seekTo') at = args[0];
    if (func === 'playVideo') state = 1;
    if (event === 'command' || event === 'listening') say();
  });
</script>`;

let site: LearnerSite;
let folder: string;
let courseKey: string;
let ada: LearnerWindow;
const asked: string[] = [];

beforeAll(async () => {
  site = await openLearnerSite();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-video-'));
  courseKey = await site.bring(await writeArchive(path.join(folder, 'films.tar.gz'), course));
  ada = await site.window({}, await site.person('Ada', courseKey));
  await ada.page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: player });
  });
});
afterAll(async () => {
  await ada.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

const openUnit = (page: Page) => page.goto(new URL(urls.unit(courseKey, 'vertical@films'), page.url()).href);

describe('a video from YouTube', () => {
  it('waits for a click that says where it goes, then its words follow and its place is kept', async () => {
    const { page } = ada;
    await openUnit(page);
    const lines = page.locator('.transcript').first().locator('a.cue');
    expect(await page.locator('.transcript').count()).toBe(2);
    expect(asked).toEqual([]);

    await page.getByRole('link', { name: /Google learns/ }).click();
    await page.locator('iframe.film-frame').waitFor();
    await page.getByText('Transcript (English)').click();
    await page.waitForFunction(() => document.querySelector('iframe.film-frame'));
    const kept = page.waitForRequest((request) => request.url().includes(urls.videoPosition(courseKey, 'video@tide')));
    await expect
      .poll(async () => {
        await lines.nth(2).click();
        return lines.nth(2).getAttribute('aria-current');
      })
      .toBe('true');
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect((await kept).postData()).toBe('seconds=90&duration=100');
    expect(asked[0]).toContain('/embed/abcdefghijk?');

    await openUnit(page);
    await expect
      .poll(async () => {
        await page.reload();
        return page.locator('[data-video]').getAttribute('data-position');
      })
      .toBe('90');
    expect(ada.complaints).toEqual([]);
  });
});
