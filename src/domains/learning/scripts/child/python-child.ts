/**
 * The program of a child process that runs authors' Python. It reads lines on its input and answers each with one:
 * first what it needs to start, as JSON, then jobs: a number, a blank, JSON; the answer repeats the number. It gets its
 * folders as arguments and its powers from the flags that `python-process.ts` starts it with.
 */
import { constants, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { capMemory, closeWalls } from './walls.ts';

interface Start {
  readonly memory_bytes: number;
  /** A saved memory to start from; null to start cold. */
  readonly snapshotFile: string | null;
  /** Start cold, write the memory to the output, and end. */
  readonly savesSnapshot: boolean;
  /** The course's own python_lib.zip, base64. */
  readonly library: string | null;
  /** Files of the operator's. By name, because Node may allow a folder and yet refuse to list it. */
  readonly wheels: readonly string[];
}

type Pyodide = Awaited<ReturnType<typeof import('pyodide')['loadPyodide']>>;

const [pyodideFolder, pythonFolder] = process.argv.slice(2) as [string, string];
const { stdin, stdout } = process;
/** Where our helper modules are found by Python. */
const helpersFolder = '/helpers';

async function load(start: Start): Promise<Pyodide> {
  capMemory(start.memory_bytes);
  // Pyodide asks Node for its file constants in a way that the permission model refuses.
  Object.assign(process, { binding: () => ({ fs: constants }) });
  const { loadPyodide } = (await import(
    pathToFileURL(join(pyodideFolder, 'pyodide.mjs')).href
  )) as typeof import('pyodide');
  return loadPyodide({
    indexURL: pyodideFolder,
    jsglobals: Object.create(null) as object,
    // Sets have the same order every time, so that a script gives the same for the same seed.
    env: { PYTHONHASHSEED: '0' },
    ...(start.savesSnapshot && { _makeSnapshot: true }),
    ...(start.snapshotFile !== null && { _loadSnapshot: readFileSync(start.snapshotFile) }),
  });
}

function copyHelpers(python: Pyodide, from: string, to: string): void {
  python.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) copyHelpers(python, join(from, entry.name), `${to}/${entry.name}`);
    else if (entry.name.endsWith('.py')) {
      python.FS.writeFile(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
    }
  }
}

function addPackages(python: Pyodide, start: Start): void {
  if (start.library !== null) python.FS.writeFile('/python_lib.zip', Buffer.from(start.library, 'base64'));
  for (const wheel of start.wheels) python.unpackArchive(new Uint8Array(readFileSync(wheel)), 'wheel');
}

function splitAtBlank(line: string): [id: string, job: string] {
  const at = line.indexOf(' ');
  return [line.slice(0, at), line.slice(at + 1)];
}

/** Python's own `run(job) -> outcome`, both JSON; everything else of Pyodide is out of the scripts' reach by then. */
async function prepare(start: Start): Promise<((job: string) => string) | null> {
  const python = await load(start);
  copyHelpers(python, pythonFolder, helpersFolder);
  if (start.snapshotFile === null) {
    python.runPython(`import sys; sys.path.insert(0, '${helpersFolder}'); import script_host`);
  }
  if (start.savesSnapshot) {
    stdout.end(python.makeMemorySnapshot());
    return null;
  }
  addPackages(python, start);
  // What a script writes past `print`, as with os.write, must not reach the pipe that answers go through.
  const swallow = { write: (bytes: Uint8Array) => bytes.length };
  python.setStdout(swallow);
  python.setStderr(swallow);
  const run = python.runPython('script_host.close_doors(); script_host.run') as (job: string) => string;
  closeWalls();
  return run;
}

const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
const first = await lines.next();
if (first.done) process.exit();
const run = await prepare(JSON.parse(first.value) as Start).catch((error: Error) => {
  // Node would print all of Pyodide before it.
  process.stderr.write(error.message);
  process.exit(1);
});
if (run) {
  stdout.write('{"type":"ready"}\n');
  for await (const line of { [Symbol.asyncIterator]: () => lines }) {
    const [id, job] = splitAtBlank(line);
    stdout.write(`${id} ${run(job)}\n`);
  }
}
