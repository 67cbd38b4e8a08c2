// The way in. Plain JavaScript without dependencies, for any Node from 20 on: installs what the lockfile names when it
// changed, builds what the sources say when they changed, and hands over to the Node that the project pins.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));
const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const [command = 'start', ...args] = process.argv.slice(2);

ensureInstalled();
switch (command) {
  case 'start':
    ensureBuilt();
    run(['dist/server/main.js', ...args]);
    break;
  case 'mooc':
    ensureBuilt();
    run(['dist/server/mooc.js', ...args]);
    break;
  case 'dev':
    run(['tools/dev.ts', ...args]);
    break;
  case 'build':
    build();
    break;
  case 'test':
    ensureBuilt();
    run(['test/run.ts', ...args]);
    break;
  case 'bench':
    ensureBuilt();
    run(['bench/run.ts', ...args]);
    break;
  default:
    fail(`there is no command '${command}'`);
}

function ensureInstalled() {
  const stamp = path.join(root, 'node_modules', '.mooc-installed');
  const wanted = hashOf([path.join(root, 'package-lock.json')]);
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing ...');
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) fail('npm ci did not succeed; what it said stands above');
  if (!existsSync(node))
    fail('the package `node` brought no Node: allow its install script (npm config get ignore-scripts)');
  writeFileSync(stamp, wanted);
}

function ensureBuilt() {
  const stamp = path.join(root, 'dist', '.mooc-built');
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building ...');
  build();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function build() {
  const environment = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` };
  for (const config of ['vite.browser.ts', 'vite.server.ts']) {
    try {
      execFileSync(node, ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'], {
        cwd: root,
        stdio: ['ignore', 2, 2],
        env: environment,
      });
    } catch {
      fail(`the build (${config}) did not succeed; what it said stands above`);
    }
  }
}

/** Names, sizes and times of everything that the build reads: enough to see a change, and done in milliseconds. */
function sourcesHash() {
  const files = ['vite.browser.ts', 'vite.server.ts', 'package-lock.json'].map((name) => path.join(root, name));
  const folders = [path.join(root, 'src')];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) folders.push(full);
      else files.push(full);
    }
  }
  const facts = files.sort().map((file) => `${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
  return createHash('sha256').update(facts.join('\n')).digest('hex');
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs the rest in the pinned Node and ends as it ends. Ctrl-C reaches both; we wait for it to close in order. */
function run(parameters) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...parameters], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(`mooc: ${line}.`);
  process.exit(1);
}
