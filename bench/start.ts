import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './support/measure.ts';
import { type StartedSite, startSite } from './support/started-site.ts';

const rest_ms = 5_000;

/** From nothing to the first page, and again with what is there by then; installing and building are done before. */
export async function benchStart(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-bench-start-'));
  chmodSync(folder, 0o755);
  try {
    const [first] = await timeToFirstPage(folder);
    const [again, idle] = await timeToFirstPage(folder);
    return [
      { name: 'first start to first page', value: first, unit: 's', note: 'database made, demo course loaded' },
      { name: 'restart to first page', value: again, unit: 's' },
      { name: 'memory at rest, with the database', value: idle / 2 ** 20, unit: 'MiB' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeToFirstPage(folder: string): Promise<[seconds: number, idle_bytes: number]> {
  const begun = performance.now();
  const site = await startSite(folder);
  const answer = await fetch(site.address);
  await answer.text();
  const seconds = (performance.now() - begun) / 1000;
  return [seconds, await restAndStop(site)];
}

async function restAndStop(site: StartedSite): Promise<number> {
  await pause(rest_ms);
  const idle_bytes = site.memory_bytes();
  await site.stop();
  return idle_bytes;
}
