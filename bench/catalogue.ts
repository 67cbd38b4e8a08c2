import { addLearners, openBenchSite } from './support/bench-site.ts';
import { runLoad } from './support/load.ts';
import type { Figure } from './support/measure.ts';

/** The list of courses, and a search in it with a typing error. */
export async function benchCatalogue(): Promise<Figure[]> {
  const site = await openBenchSite();
  try {
    const learners = await addLearners(site, 1_000);
    const { address } = site;
    const list = learners.map(({ cookie }) => ({ path: '/courses', headers: { cookie } }));
    const search = learners.map(({ cookie }) => ({ path: '/courses?q=corse', headers: { cookie } }));
    await runLoad({ name: 'warming up', address, requests: list, connections: 4, seconds: 2 });
    return [
      ...(await runLoad({ name: 'catalogue', address, requests: list, connections: 8, seconds: 6 })),
      ...(await runLoad({ name: 'catalogue, searched', address, requests: search, connections: 8, seconds: 6 })),
    ];
  } finally {
    await site.close();
  }
}
