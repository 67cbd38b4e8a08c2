import type { Migration } from '../../../kernel/database/index.ts';

export const requests: Migration = {
  name: 'requests/0001-requests',
  sql: `
    create table privacy_request (
      id uuid primary key,
      reference text not null unique,
      kind text not null,
      came_by text not null,
      state text not null,
      name text,
      language text,
      received_at timestamptz not null,
      received_on date not null,
      confirmed_at timestamptz,
      due_on date,
      extended_at timestamptz,
      identity_asked_on date,
      identity_shown_at timestamptz,
      paused_days integer not null,
      has_news integer not null,
      closed_at timestamptz
    );
    create index privacy_request_due on privacy_request (due_on) where state = 'open';
    create index privacy_request_received on privacy_request (received_at);
    create index privacy_request_closed on privacy_request (closed_at);

    create table requester (
      id uuid primary key,
      request_id uuid not null unique references privacy_request on delete cascade,
      person_id uuid,
      email text not null check (email = lower(email))
    );
    create index requester_email on requester (email);
    create index requester_person on requester (person_id);

    create table request_in_hand (
      request_id uuid primary key references privacy_request on delete cascade,
      operator_id uuid not null,
      since timestamptz not null
    );
    create index request_in_hand_operator on request_in_hand (operator_id);

    create table request_record (
      id uuid primary key,
      request_id uuid not null references privacy_request on delete cascade,
      kind text not null,
      sender text,
      subject text,
      body text,
      mail_hash bytea unique,
      made_at timestamptz not null
    );
    create index request_record_request on request_record (request_id);

    create table request_link (
      token_hash bytea primary key,
      request_id uuid not null references privacy_request on delete cascade,
      opens text not null,
      expires_at timestamptz not null
    );
    create index request_link_request on request_link (request_id);
    create index request_link_expiry on request_link (expires_at);
  `,
};
