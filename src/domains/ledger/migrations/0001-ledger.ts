import type { Migration } from '../../../kernel/database/index.ts';

export const ledger: Migration = {
  name: 'ledger/0001-ledger',
  sql: `
    create table ledger_entry (
      id uuid primary key,
      person_id uuid not null references person,
      at timestamptz not null,
      kind text not null,
      acted_by text not null,
      role text,
      said jsonb not null,
      salt bytea not null,
      leaf_hash bytea not null unique
    );
    create index ledger_entry_person on ledger_entry (person_id, id);

    create table ledger_actor (
      entry_id uuid primary key references ledger_entry,
      staff_id uuid not null references person
    );
    create index ledger_actor_staff on ledger_actor (staff_id);

    create table ledger_leaf (
      hash bytea primary key,
      position integer unique,
      is_vacated boolean not null default false
    );
    create index ledger_leaf_waiting on ledger_leaf (hash) where position is null;

    create table ledger_node (
      level integer,
      place integer,
      hash bytea not null,
      primary key (level, place)
    );

    create table ledger_head (
      size integer primary key,
      root bytea not null,
      signed_at timestamptz not null,
      signature bytea not null
    );

    create function ledger_only_grows() returns trigger language plpgsql as
      $$ begin raise exception 'the ledger''s log only grows'; end $$;
    create trigger ledger_leaf_stays before delete on ledger_leaf
      for each row execute function ledger_only_grows();
    create trigger ledger_leaf_keeps before update on ledger_leaf for each row
      when (old.hash <> new.hash or old.position <> new.position or new.position is null and old.position is not null
        or old.is_vacated and not new.is_vacated)
      execute function ledger_only_grows();
    create trigger ledger_node_keeps before update or delete on ledger_node
      for each row execute function ledger_only_grows();
    create trigger ledger_head_keeps before update or delete on ledger_head
      for each row execute function ledger_only_grows();
  `,
};
