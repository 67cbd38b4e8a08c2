import { daysAfter } from '../../kernel/clock.ts';
import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export interface SessionRow {
  readonly session_id: string;
  readonly seen_at: Date;
  readonly person_id: string;
  readonly name: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly is_operator: boolean;
  readonly is_restricted: boolean;
  readonly objects: boolean;
}

const findByToken: NamedStatement = {
  name: 'identity find session',
  text: `
    select s.id as session_id, s.seen_at, p.id as person_id, p.name, p.language, p.time_zone, p.is_operator,
      p.restricted_at is not null as is_restricted, 'improve' = any (p.objects_to) as objects
    from session s join person p on p.id = s.person_id
    where s.token_hash = $1 and s.expires_at > $2`,
};

export async function selectSession(r: Reading<'provide'>, hash: Buffer): Promise<SessionRow | null> {
  const [row] = await runNamed<SessionRow>(r, findByToken, [hash, r.now()]);
  return row ?? null;
}

export async function insertSession(
  w: Writing<'secure'>,
  session: {
    readonly id: string;
    readonly token_hash: Buffer;
    readonly person_id: string;
    readonly device: string | null;
    readonly created_at: Date;
    readonly seen_at: Date;
    readonly expires_at: Date;
  },
): Promise<void> {
  await tables(w, holdings).insertInto('session').values(session).execute();
}

export async function updateSeen(
  w: Writing<'provide'>,
  sessionId: string,
  most_days: number,
  idle_days: number,
): Promise<void> {
  const session = await tables(w, holdings)
    .selectFrom('session')
    .select('created_at')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  if (!session) return;
  const now = w.now();
  const ends = [daysAfter(now, idle_days), daysAfter(session.created_at, most_days)];
  await tables(w, holdings)
    .updateTable('session')
    .set({ seen_at: now, expires_at: new Date(Math.min(...ends.map(Number))) })
    .where('id', '=', sessionId)
    .execute();
}

export async function selectSessionsOf(r: Reading<'secure'>, personId: string, limit: number) {
  return tables(r, holdings)
    .selectFrom('session')
    .select(['id', 'device', 'created_at', 'seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', r.now())
    .orderBy('seen_at', 'desc')
    .limit(limit)
    .execute();
}

export async function deleteSession(w: Writing<'secure'>, personId: string, sessionId: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('session')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .execute();
}

/** Ends all sessions of a person, but for one if it is named. */
export async function deleteSessionsOf(w: Writing<'secure'>, personId: string, but: string | null): Promise<void> {
  let query = tables(w, holdings).deleteFrom('session').where('person_id', '=', personId);
  if (but) query = query.where('id', '<>', but);
  await query.execute();
}

export async function updateProvedAt(w: Writing<'secure'>, sessionId: string): Promise<void> {
  await tables(w, holdings).updateTable('session').set({ proved_at: w.now() }).where('id', '=', sessionId).execute();
}

export async function selectProvedAt(r: Reading<'secure'>, sessionId: string): Promise<Date | null> {
  const query = tables(r, holdings).selectFrom('session').select('proved_at').where('id', '=', sessionId);
  return (await query.executeTakeFirst())?.proved_at ?? null;
}
