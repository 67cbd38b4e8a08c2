import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './measure.ts';

export interface SteadyLoad {
  readonly name: string;
  readonly address: string;
  readonly requests: readonly { readonly path: string; readonly headers: Readonly<Record<string, string>> }[];
  readonly connections: number;
  readonly seconds: number;
  readonly rate_per_second: number;
}

/**
 * Sends requests at an even pace, whatever the answers take: each is timed from the moment it was due, so that waiting
 * for a connection counts. (autocannon keeps a rate by bursts at the beginning of each second.)
 */
export async function runSteadyLoad(load: SteadyLoad): Promise<Figure[]> {
  const { address, requests, connections, seconds, rate_per_second } = load;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const all = seconds * rate_per_second;
  const answers: Promise<number>[] = [];
  const begun = performance.now();
  while (answers.length < all) {
    const due = Math.min(all, Math.floor(((performance.now() - begun) * rate_per_second) / 1000));
    while (answers.length < due) {
      const dueAt = begun + (answers.length * 1000) / rate_per_second;
      answers.push(timeOf(address, requests[answers.length % requests.length]!, agent, dueAt));
    }
    await pause(1);
  }
  const times = (await Promise.all(answers)).sort((a, b) => a - b);
  agent.destroy();
  return [
    { name: `${load.name}: median`, value: times[Math.floor(all / 2)]!, unit: 'ms' },
    { name: `${load.name}: 99th percentile`, value: times[Math.floor(all * 0.99)]!, unit: 'ms' },
  ];
}

function timeOf(
  address: string,
  { path, headers }: SteadyLoad['requests'][number],
  agent: Agent,
  dueAt: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address + path, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.resume().once('end', () => resolve(performance.now() - dueAt));
    }).once('error', reject);
  });
}
