export { type Backup, takeBackup } from './backup.ts';
export { type BackedUpTable, type BackupManifest, readManifest } from './backup-manifest.ts';
export { runDueWork, startClock, type TimedWork, type WorkClock, type WorkWatcher } from './clock.ts';
export { appendErasures, type Erasure, erasureListName } from './erasure-list.ts';
export { type CountedRequest, createMetrics, type Metrics } from './metrics.ts';
export { checkReady, type Readiness } from './ready.ts';
export { type Restore, repeatErasures, restoreBackup } from './restore.ts';
