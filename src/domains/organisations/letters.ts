import type { Letter } from '../../kernel/mail/index.ts';
import type { OrganisationDescription, OrganisationState } from './organisation.ts';
import type { MemberRole } from './rights.ts';

/** The words of the letters about organisations, made from the message catalogue by the web. */
export interface OrganisationLetters {
  /** To whoever opened one. */
  opened(facts: {
    readonly name: string;
    readonly language: string | null;
    readonly organisation: Pick<OrganisationDescription, 'key' | 'name'>;
    readonly state: OrganisationState;
  }): Letter;
  /** To somebody who is asked to become a member: the link opens `findMemberInvitation`. */
  invited(facts: {
    /** The language of whoever asks: of the asked nothing is known. */
    readonly language: string | null;
    /** Who asks; null for the site's operators. */
    readonly by: string | null;
    readonly organisation: string;
    readonly role: MemberRole;
    readonly secret: string;
    readonly valid_days: number;
  }): Letter;
}
