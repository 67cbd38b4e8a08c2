import type { Server } from 'node:http';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { readConfig } from './config.ts';
import { seedDemo } from './demo.ts';
import { openHouse } from './house.ts';
import { OperatorError } from './kernel/errors.ts';
import { projectRoot } from './kernel/project-root.ts';
import { loadBrowserFiles } from './web/request/browser-files.ts';
import { createSite } from './web/site.tsx';

/** Environment -> config -> house -> listen; and back again on Ctrl-C. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const house = await openHouse(config);
  const demo = await seedDemo(house, path.join(projectRoot, 'courses', 'demo')).catch(async (error) => {
    await house.close();
    throw error;
  });
  if (demo) sayDemo(demo);
  const site = createSite(house, loadBrowserFiles(path.join(projectRoot, 'dist', 'browser')));
  const server = serve({ fetch: site.fetch, port: config.port, hostname: config.host }, ({ port }) => {
    process.stdout.write(`mooc is open at http://${config.host}:${port}\n`);
  }) as Server;
  server.on('error', async (error: NodeJS.ErrnoException) => {
    await house.close();
    end(
      error.code === 'EADDRINUSE'
        ? new OperatorError(`Port ${config.port} is in use: stop what listens there, or set PORT.`)
        : error,
    );
  });
  const stop = () => {
    server.close(() => house.close().then(() => process.exit(0)));
    server.closeIdleConnections();
    // A reader on a slow line does not keep the site from stopping.
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

/** Said once: only a hash of the password is stored. */
function sayDemo({ addresses, password }: { readonly addresses: readonly string[]; readonly password: string }): void {
  const [ada, ben, chidi, dana] = addresses;
  process.stdout.write(
    `A demo course is there, with people to try it as: ${ada} and ${ben} learn, ${chidi} teaches, ${dana} operates.\n` +
      `Their password, said this once: ${password}\n`,
  );
}

function end(error: unknown): never {
  process.stderr.write(error instanceof OperatorError ? `mooc: ${error.message}\n` : `${(error as Error).stack}\n`);
  process.exit(1);
}

main().catch(end);
