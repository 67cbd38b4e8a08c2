import type { Migration } from '../database/index.ts';

/** The step that makes the outbox. */
export const mailTable: Migration = {
  name: 'kernel/0001-mail',
  sql: `
    create table mail (
      id uuid primary key,
      person_id uuid,
      address text not null,
      about text not null,
      subject text not null,
      body text,
      state text not null,
      tries integer not null,
      next_try_at timestamptz not null,
      queued_at timestamptz not null,
      sent_at timestamptz
    );
    create index mail_due on mail (next_try_at) where state = 'queued';
    create index mail_queued on mail (queued_at);
    create index mail_person on mail (person_id);
    create index mail_address on mail (address);
  `,
};

/** Answers to some letters are read by people, at an address of theirs. */
export const mailReplyTo: Migration = {
  name: 'kernel/0002-mail-reply-to',
  sql: 'alter table mail add column reply_to text',
};
