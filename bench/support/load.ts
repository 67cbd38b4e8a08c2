import autocannon from 'autocannon';
import type { Figure } from './measure.ts';

/** One request of the load: each connection goes through all of them, beginning at another one. */
export interface LoadRequest {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly name: string;
  readonly address: string;
  readonly requests: readonly LoadRequest[];
  readonly connections: number;
  readonly seconds: number;
}

/** What came of a load: throughput, median and 99th percentile. Any answer that is no success fails the bench. */
export async function runLoad(load: Load): Promise<Figure[]> {
  const { address, connections, seconds } = load;
  let begun = 0;
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    setupClient(client) {
      const first = Math.floor((load.requests.length / connections) * begun++);
      client.setRequests([...load.requests.slice(first), ...load.requests.slice(0, first)] as autocannon.Request[]);
    },
  });
  const bad = result.non2xx - result['3xx'];
  if (bad > 0 || result.errors > 0) throw new Error(`${load.name}: ${bad} bad answers, ${result.errors} errors`);
  const name = `${load.name}, ${connections} ${connections === 1 ? 'connection' : 'connections'}`;
  return [
    { name, value: result.requests.average, unit: 'requests/s' },
    { name: `${name}: median`, value: result.latency.p50, unit: 'ms' },
    { name: `${name}: 99th percentile`, value: result.latency.p99, unit: 'ms' },
  ];
}
