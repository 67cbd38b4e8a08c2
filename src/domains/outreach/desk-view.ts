import type { Answers, Asked, InquiryState } from './inquiry.ts';
import type { Carried } from './invitation.ts';

/** Which inquiries the desk shows; null shows all. */
export interface DeskFilter {
  readonly formKey: string | null;
  readonly state: InquiryState | null;
  readonly tag: string | null;
}

/** An inquiry as operators see it. */
export interface DeskRow {
  readonly id: string;
  readonly contact_id: string;
  readonly form_key: string;
  readonly answers: Answers;
  readonly asked: Asked;
  readonly state: InquiryState;
  readonly tags: readonly string[];
  readonly received_at: Date;
  readonly email: string;
  readonly language: string | null;
  /** Since when mail to them fails; null when it does not. */
  readonly undeliverable_at: Date | null;
  readonly complained_at: Date | null;
}

/** What operators did about an inquiry. */
export interface DeskRecord {
  readonly id: string;
  readonly kind: 'note' | 'reply' | 'invitation';
  readonly subject: string | null;
  readonly body: string;
  readonly made_at: Date;
}

/** An invitation as operators and the invited see it. */
export interface InvitationView {
  readonly carried: Carried;
  readonly made_at: Date;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
}

/** An inquiry with all that was done about it, newest first. */
export interface DeskInquiry extends DeskRow {
  readonly records: readonly DeskRecord[];
  readonly invitations: readonly InvitationView[];
}
