import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

/**
 * What Node itself can do on this machine: the same bytes from memory, by node:http alone, or with one prepared
 * statement a request. Arguments: the file with the bytes, and a PostgreSQL socket folder for the statement.
 */
const [file, socketFolder] = process.argv.slice(2);
const bytes = readFileSync(file!);
const pool = socketFolder
  ? new pg.Pool({ host: socketFolder, user: 'mooc_owner', database: 'postgres', max: 12 })
  : null;

const server = createServer(async (_request, response) => {
  if (pool) await pool.query({ name: 'bare', text: 'select name from person limit 1' });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes.length });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port));
