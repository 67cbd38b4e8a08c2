import { createHash, createHmac } from 'node:crypto';
import pg from 'pg';
import { factsOf, type Holdings, type Table } from '../holdings/declare.ts';
import { type Purpose, purposeNames } from '../purposes.ts';
import { rowRules } from './row-rules.ts';

/** The role that a purpose acts as. Roles belong to the cluster, so the site is in the name. */
export function roleName(site: string, purpose: Purpose): string {
  return `mooc_${site}_${purpose}`;
}

/** The login that serves: it may become a purpose's role, and owns and may do nothing itself. */
export function serveLogin(site: string): string {
  return `mooc_${site}_serve`;
}

/** The serving login's password on a server that asks for one: every process of a site derives the same. */
export function servePassword(site: string, ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(`mooc serve ${site}`).digest('base64url');
}

/**
 * Makes the roles that are missing and gives each exactly what the map says. Does nothing when this database has the
 * grants of this very map already. Runs as the owner.
 */
export async function grantByMap(
  owner: pg.Client,
  site: string,
  map: Holdings,
  password: string | null,
): Promise<void> {
  const wanted = grantStatements(site, map);
  const hash = createHash('sha256')
    .update(wanted.join('\n'))
    .update(password ?? '')
    .digest('hex');
  const { rows } = await owner.query<{ description: string | null }>(
    "select obj_description('public'::regnamespace, 'pg_namespace') as description",
  );
  if (rows[0]?.description === `grants ${hash}`) return;
  await owner.query('begin');
  // Roles are shared by all databases of the cluster: two sites starting at once must not both make them.
  await owner.query("select pg_advisory_xact_lock(hashtext('mooc roles'))");
  for (const role of purposeNames.map((p) => roleName(site, p))) await ensureRole(owner, role, 'nologin');
  const login = serveLogin(site);
  await ensureRole(owner, login, 'login noinherit');
  if (password) await owner.query(`alter role ${ident(login)} password ${pg.escapeLiteral(password)}`);
  for (const purpose of purposeNames) await owner.query(`grant ${ident(roleName(site, purpose))} to ${ident(login)}`);
  for (const statement of wanted) await owner.query(statement);
  await owner.query(`comment on schema public is 'grants ${hash}'`);
  await owner.query('commit');
}

async function ensureRole(owner: pg.Client, role: string, options: string): Promise<void> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await owner.query(`create role ${ident(role)} ${options}`);
}

/** Statistics show values of rows that were deleted since. Where the owner may not hide them, its operator must. */
const hideStatistics = `do $$ begin
    revoke select on pg_catalog.pg_stats, pg_catalog.pg_stats_ext, pg_catalog.pg_stats_ext_exprs from public;
  exception when insufficient_privilege then null; end $$`;

function grantStatements(site: string, map: Holdings): string[] {
  const roles = purposeNames.map((p) => ident(roleName(site, p))).join(', ');
  const statements = [
    'revoke all on schema public from public',
    `revoke all on all tables in schema public from ${roles}`,
    `grant usage on schema public to ${roles}`,
    `grant usage on all sequences in schema public to ${roles}`,
    hideStatistics,
  ];
  for (const [name, table] of Object.entries(map)) {
    for (const purpose of purposeNames)
      statements.push(...grantsOf(name, table, purpose, ident(roleName(site, purpose))));
  }
  return [...statements, ...rowRules(map, (purpose) => ident(roleName(site, purpose)), purposeNames)];
}

function grantsOf(name: string, table: Table, purpose: Purpose, role: string): string[] {
  const columns = Object.keys(table.columns);
  const readable = columns.filter((c) => purpose === 'rights' || factsOf(table, c).purposes.includes(purpose));
  const statements: string[] = [];
  if (readable.length > 0)
    statements.push(`grant select (${readable.map(ident).join(', ')}) on ${ident(name)} to ${role}`);
  if (table.writtenFor.includes(purpose) || purpose === 'rights') {
    statements.push(`grant insert, update, delete on ${ident(name)} to ${role}`);
  }
  return statements;
}

function ident(name: string): string {
  return pg.escapeIdentifier(name);
}
