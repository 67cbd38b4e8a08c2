import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

/**
 * `npm run dev`: Vite rebuilds the browser's side and the server when a file changes, and Node starts the server anew
 * when its build changed. The data folder is the same as for `npm start`; `/ui` shows all parts of the interface.
 */
const vite = (config: string) =>
  spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--watch', '--config', config, '--logLevel', 'warn'],
    {
      stdio: 'inherit',
    },
  );

const children = [vite('vite.browser.ts'), vite('vite.server.ts')];
while (!existsSync('dist/server/main.js')) await new Promise((resolve) => setTimeout(resolve, 100));

const server = spawn(process.execPath, ['--watch-path=dist/server', '--watch-preserve-output', 'dist/server/main.js'], {
  stdio: 'inherit',
  env: { ...process.env, MOOC_DEV: '1' },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
await once(server, 'exit');
for (const child of children) child.kill();
