import type { Migration } from '../../../kernel/database/index.ts';

export const outreach: Migration = {
  name: 'outreach/0001-outreach',
  sql: `
    create table contact (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      language text,
      made_at timestamptz not null,
      confirmed_at timestamptz,
      undeliverable_at timestamptz,
      complained_at timestamptz
    );
    create table contact_link (
      token_hash bytea primary key,
      contact_id uuid not null references contact on delete cascade,
      opens text not null,
      inquiry_id uuid,
      made_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index contact_link_contact on contact_link (contact_id);
    create index contact_link_expiry on contact_link (expires_at);

    create table contact_consent (
      id uuid primary key,
      contact_id uuid not null references contact on delete cascade,
      version text not null,
      shown text not null,
      control text not null,
      given_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_by text
    );
    create index contact_consent_contact on contact_consent (contact_id);
    create unique index contact_consent_standing on contact_consent (contact_id) where withdrawn_at is null;

    create table inquiry_form (
      key text primary key,
      place integer not null,
      audience text not null,
      lead text not null,
      host_kind text not null,
      is_open boolean not null,
      fields jsonb not null
    );
    create table inquiry (
      id uuid primary key,
      contact_id uuid not null references contact on delete cascade,
      form_key text not null references inquiry_form,
      answers jsonb not null,
      asked jsonb not null,
      policy_version text not null,
      wants_updates boolean not null,
      updates_shown text not null,
      state text not null,
      tags text[] not null,
      received_at timestamptz not null,
      confirmed_at timestamptz
    );
    create index inquiry_contact on inquiry (contact_id);
    create index inquiry_received on inquiry (received_at);
    create index inquiry_tags on inquiry using gin (tags);

    create table desk_record (
      id uuid primary key,
      inquiry_id uuid not null references inquiry on delete cascade,
      kind text not null,
      subject text,
      body text not null,
      made_at timestamptz not null
    );
    create index desk_record_inquiry on desk_record (inquiry_id);

    create table reply_template (
      id uuid primary key,
      name text not null unique,
      subject text not null,
      body text not null
    );
    create table invitation (
      id uuid primary key,
      inquiry_id uuid not null references inquiry on delete cascade,
      token_hash bytea not null unique,
      carried jsonb not null,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz
    );
    create index invitation_inquiry on invitation (inquiry_id);

    create table mailing (
      id uuid primary key,
      subject text not null,
      body text not null,
      audience text references inquiry_form,
      state text not null,
      due_at timestamptz,
      made_at timestamptz not null,
      begun_at timestamptz,
      finished_at timestamptz
    );
    create table delivery (
      id uuid primary key,
      mailing_id uuid not null references mailing on delete cascade,
      contact_id uuid not null references contact on delete cascade,
      token_hash bytea unique,
      state text not null,
      tries integer not null,
      next_try_at timestamptz not null,
      claimed_at timestamptz,
      sent_at timestamptz,
      code text,
      unique (mailing_id, contact_id)
    );
    create index delivery_contact on delivery (contact_id);
    create index delivery_due on delivery (next_try_at) where state = 'waiting';
    create index delivery_claimed on delivery (claimed_at);

    create table info_page (
      slug text primary key,
      kind text not null,
      title text not null,
      summary text not null,
      body text not null,
      published_at timestamptz,
      changed_at timestamptz not null
    );
    create index info_page_published on info_page (kind, published_at);

    create table site_opening (
      name text primary key,
      is_coming_soon boolean not null,
      opens_on date
    );
  `,
};
