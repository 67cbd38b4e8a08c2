import { formHeaders, readForms } from './support/answer-forms.ts';
import { addLearners, openBenchSite } from './support/bench-site.ts';
import { runLoad } from './support/load.ts';
import type { Figure } from './support/measure.ts';
import { benchSingleRowCommits } from './support/single-row-commits.ts';

/**
 * Handing in an answer: graded, stored with its history and the completion, and told to the events. Beside it, in the
 * same run, what the same database does of single rows.
 */
export async function benchAnswer(): Promise<Figure[]> {
  const site = await openBenchSite();
  try {
    const learners = await addLearners(site, 1_000);
    const [form] = await readForms(site, learners[0]!.cookie);
    const requests = learners.map(({ cookie }) => ({
      path: form!.path,
      method: 'POST' as const,
      headers: { ...formHeaders, cookie, 'x-part': '1' },
      body: form!.body,
    }));
    const { address } = site;
    await runLoad({ name: 'warming up', address, requests, connections: 4, seconds: 2 });
    const figures: Figure[] = [];
    for (const connections of [1, 8]) {
      figures.push(...(await runLoad({ name: 'answering a problem', address, requests, connections, seconds: 8 })));
      figures.push(await benchSingleRowCommits(site, connections, 4));
    }
    const { rows } = await site.database.query<{ count: string }>(
      'select count(*) from submission s group by person_id having count(*) <> max(attempt)',
    );
    if (rows.length > 0) throw new Error(`${rows.length} learners have submissions that were counted wrongly`);
    return figures;
  } finally {
    await site.close();
  }
}
