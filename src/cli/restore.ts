import { mkdir, readdir } from 'node:fs/promises';
import { readManifest, restoreBackup } from '../domains/ops/index.ts';
import { openGround } from '../ground.ts';
import { OperatorError } from '../kernel/errors.ts';
import { migrations } from '../map.ts';
import { placesIn } from '../places.ts';
import { describeFigures, figuresOf } from './backup.ts';
import { type Command, UsageError } from './command.ts';

/** Puts a backup into a new data folder, and opens the house once so that whoever was erased since is erased again. */
export const restore: Command = {
  name: 'restore',
  usage: 'DIR [--erasures FILE] [--json]',
  summary: 'bring a backup back into a new data folder; FILE: a newer list of erasures than the one in the backup',
  flags: { erasures: 'string' },
  async run({ args: [source, ...rest], flags, config, house, out }) {
    if (!source || rest.length > 0) throw new UsageError('name the folder of the backup');
    const manifest = await readManifest(source);
    await refuseContent(config.dataFolder);
    const { files, erasureList } = placesIn(config.dataFolder);
    const newerErasures = typeof flags.erasures === 'string' ? flags.erasures : null;
    const ground = await openGround(config, 'alone');
    try {
      const { owner } = ground;
      await restoreBackup({ source, manifest, newerErasures, owner, migrations, filesFolder: files, erasureList });
      out.report(figuresOf(manifest), (figures) => `Restored ${describeFigures(figures)}.`);
    } finally {
      await ground.leave();
    }
    await house();
  },
};

async function refuseContent(dataFolder: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const [first] = await readdir(dataFolder);
  if (first)
    throw new OperatorError(`${dataFolder} is not empty: set MOOC_DATA to a new folder, and restore into that.`);
}
