import type { Migration } from '../../../kernel/database/index.ts';

export const invitationsByAddress: Migration = {
  name: 'organisations/0003-invitations-by-address',
  sql: 'create index member_invitation_email on member_invitation (email);',
};
