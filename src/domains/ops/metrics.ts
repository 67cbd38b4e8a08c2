import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A request as it is counted: by the pattern of its route, so that no address asked for becomes a label. */
export interface CountedRequest {
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly duration_ms: number;
}

/** What the process counts about itself. Nothing in it is about a person. */
export interface Metrics {
  countRequest(request: CountedRequest): void;
  countFault(): void;
  countWork(name: string, outcome: 'done' | 'failed', at: Date): void;
  /** All of it in the text format of Prometheus, version 0.0.4. */
  text(): Promise<string>;
}

const buckets_s = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5];

/** A registry of its own, so that two houses in one process (tests) don't mix. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'mooc_' });
  const requests = new Histogram({
    name: 'mooc_request_duration_seconds',
    help: 'Time to answer a request, by pattern of route, method and kind of status',
    labelNames: ['route', 'method', 'status'],
    buckets: buckets_s,
    registers,
  });
  const faults = new Counter({ name: 'mooc_faults_total', help: 'Faults that the log tells of', registers });
  const work = new Counter({
    name: 'mooc_timed_work_total',
    help: 'Runs of timed work',
    labelNames: ['work', 'outcome'],
    registers,
  });
  const workDone = new Gauge({
    name: 'mooc_timed_work_done_timestamp_seconds',
    help: 'When timed work was last done',
    labelNames: ['work'],
    registers,
  });
  return {
    countRequest: ({ route, method, status, duration_ms }) =>
      requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, duration_ms / 1000),
    countFault: () => faults.inc(),
    countWork: (name, outcome, at) => {
      work.inc({ work: name, outcome });
      if (outcome === 'done') workDone.set({ work: name }, at.getTime() / 1000);
    },
    text: () => registry.metrics(),
  };
}
