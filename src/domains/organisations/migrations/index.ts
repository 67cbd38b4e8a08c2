import { organisations } from './0001-organisations.ts';
import { members } from './0002-members.ts';
import { invitationsByAddress } from './0003-invitations-by-address.ts';

/** The steps of organisations, in order. */
export const migrations = [organisations, members, invitationsByAddress];
