import type { Migration } from '../../../kernel/database/index.ts';

export const lookUps: Migration = {
  name: 'outreach/0005-look-ups',
  sql: `
    create table contact_look_up (
      id uuid primary key,
      contact_id uuid not null references contact,
      at timestamptz not null,
      role text not null,
      purpose text not null,
      fields text[] not null
    );
    create index contact_look_up_contact on contact_look_up (contact_id, at);
  `,
};
