import { readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { createScriptPool } from '../domains/learning/index.ts';
import {
  type Answers,
  type BrokenProblem,
  drawProblem,
  type Grading,
  gradeWithScripts,
  readProblem,
  runVectors,
  type ScriptRunner,
  scriptJob,
  type VectorReport,
} from '../domains/problems/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { placesIn } from '../places.ts';
import { type Command, UsageError } from './command.ts';

/** Grades one answer, or a file of cases, as a submission on a page would be. Needs no database. */
export const grade: Command = {
  name: 'grade',
  usage: 'FILE --answers FILE [--seed N] [--attempt N] | --vectors FILE [--json]',
  summary: "grade answers (JSON, input id -> value) to a problem's XML, or run a file of cases",
  flags: { seed: 'string', attempt: 'string', answers: 'string', vectors: 'string' },
  async run({ args: [file, ...rest], flags, config, out }) {
    const pool = createScriptPool({ wheelFolder: placesIn(config.dataFolder).wheels });
    const runScript = pool.runnerFor({ version: 'command line', library: async () => null });
    try {
      if (typeof flags.vectors === 'string') {
        const report = await runVectors(await read(flags.vectors), runScript);
        out.report(report, describeReport);
        return;
      }
      if (!file || rest.length > 0 || typeof flags.answers !== 'string') {
        throw new UsageError('name one problem file and a file of answers');
      }
      const answers = readAnswers(await read(flags.answers), flags.answers);
      const wanted = { seed: wholeNumber('seed', flags.seed, 1), attempt: wholeNumber('attempt', flags.attempt, 1) };
      const grading = await gradeFile(await read(file), answers, wanted, runScript);
      out.report(grading, (result) => JSON.stringify(result, null, 2));
    } finally {
      await pool.close();
    }
  },
};

async function gradeFile(
  xml: string,
  answers: Answers,
  { seed, attempt }: { readonly seed: number; readonly attempt: number },
  runScript: ScriptRunner,
): Promise<Grading | BrokenProblem> {
  const source = readProblem(xml);
  if (source.type === 'broken') return source;
  const job = scriptJob(source, seed);
  const problem = drawProblem(
    source,
    seed,
    job ? await runScript(job) : null,
    Object.keys(answers)[0]?.match(/^(.*)_\d+_\d+$/)?.[1],
  );
  if (problem.type === 'broken') return problem;
  return gradeWithScripts(problem, answers, runScript, { attempt });
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new OperatorError(`${file} can't be read: ${(error as Error).message}`);
  }
}

const answersSchema = Compile(
  Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Array(Type.String()), Type.Record(Type.String(), Type.String())]),
  ),
);

function readAnswers(text: string, file: string): Answers {
  try {
    const value: unknown = JSON.parse(text, (_, one: unknown) => (typeof one === 'number' ? String(one) : one));
    if (answersSchema.Check(value)) return value;
  } catch {
    // Told below, as anything else that can't be an answer.
  }
  throw new OperatorError(
    `${file} is not a JSON object of input ids and answers, such as {"2_1": "42", "3_1": ["choice_0"]}.`,
  );
}

function wholeNumber(name: string, written: string | boolean | undefined, otherwise: number): number {
  if (written === undefined) return otherwise;
  if (typeof written === 'string' && /^\d{1,9}$/.test(written)) return Number(written);
  throw new UsageError(`--${name} must be a whole number`);
}

function describeReport({ passed, failed, differences, skipped }: VectorReport): string {
  const lines = differences.map(
    ({ id, expected, got }) => `${id}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`,
  );
  return [...lines, `${passed} passed, ${failed} failed, ${skipped.length} skipped`].join('\n');
}
