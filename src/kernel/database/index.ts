export { asOwner } from './as-owner.ts';
export { clusterOwner, socketFolderOf, startCluster } from './cluster.ts';
export { type Address, type Database, openDatabase } from './database.ts';
export { holdErasingOff, lockErasing } from './erasure-lock.ts';
export { type NamedStatement, type Reading, runNamed, tables, type Writing } from './handles.ts';
export { type Migration, migrate } from './migrate.ts';
export { prepareDatabase } from './prepare.ts';
export { serveLogin, servePassword } from './roles.ts';
