import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { OperatorError } from '../../kernel/errors.ts';

/** The manifest's name. It is written last: a folder without it is no backup, or one that was broken off. */
export const manifestName = 'manifest.json';

const name = Type.String({ pattern: '^[a-z_][a-z0-9_]{0,62}$' });
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const tableSchema = Type.Object({ name, columns: Type.Array(name), rows: Type.Integer({ minimum: 0 }), sha256 });

const manifestSchema = Type.Object({
  format: Type.Literal(1),
  taken_at: Type.String(),
  /** The steps that the database had taken. */
  migrations: Type.Array(Type.String()),
  tables: Type.Array(tableSchema),
  partitions: Type.Array(Type.Object({ name, parent: name, bounds: Type.String() })),
  sequences: Type.Array(
    Type.Object({ name, value: Type.String({ pattern: '^-?[0-9]+$' }), is_called: Type.Boolean() }),
  ),
  files: Type.Object({ count: Type.Integer(), size_bytes: Type.Integer() }),
});

/** What a backup says about itself. */
export type BackupManifest = Static<typeof manifestSchema>;
/** A table in it: columns in the order of the rows' fields, how many rows, and the hash of their text. */
export type BackedUpTable = Static<typeof tableSchema>;

/** @throws OperatorError when the folder holds no whole backup of a kind that this program reads */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const file = path.join(folder, manifestName);
  let manifest: unknown;
  try {
    manifest = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new OperatorError(`${folder} holds no whole backup: ${manifestName} is missing or can't be read.`);
  }
  if (!Check(manifestSchema, manifest)) {
    throw new OperatorError(
      `${folder} holds a backup that this mooc can't read: its ${manifestName} has another form.`,
    );
  }
  return manifest;
}

/** Where the rows of a table lie in a backup. */
export function tableFile(folder: string, table: string): string {
  return path.join(folder, 'tables', `${table}.copy`);
}
