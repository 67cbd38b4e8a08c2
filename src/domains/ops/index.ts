export { takeBackup } from './backup.ts';
export { type BackupManifest, readManifest } from './backup-manifest.ts';
export { runDueWork, startClock, type TimedWork, type WorkClock, type WorkWatcher } from './clock.ts';
export { appendErasures, erasureListName } from './erasure-list.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { type Purge, type Purged, purgeErased, purgeWhenDue, type Remainder } from './purge.ts';
export { checkReady } from './ready.ts';
export { repeatErasures, restoreBackup } from './restore.ts';
export { type Hit, scanFolder } from './scan/scan-folder.ts';
