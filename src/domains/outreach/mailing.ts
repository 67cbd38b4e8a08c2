/** Letters to many who said yes: types and pure rules. */

/** How far a mailing is. */
export type MailingState = 'draft' | 'scheduled' | 'sending' | 'sent' | 'stopped';

/** A letter to many. */
export interface Mailing {
  readonly id: string;
  readonly subject: string;
  /** Markdown. */
  readonly body: string;
  /** A form's key: those who sent it. Null: everybody who said yes to mailings. */
  readonly audience: string | null;
  readonly state: MailingState;
  /** When it begins; null while it is a draft. */
  readonly due_at: Date | null;
  readonly made_at: Date;
  readonly begun_at: Date | null;
  readonly finished_at: Date | null;
}

/**
 * What becomes of one copy: it waits; a process has it; a mail server took it; a server refused it for good; it is unknown
 * whether a server took it, so that it is not sent again; it was left out, for want of a yes or because the mailing stopped.
 */
export const deliveryStates = ['waiting', 'claimed', 'sent', 'refused', 'unsure', 'left-out'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** How many copies are where. */
export type DeliveryCounts = Readonly<Record<DeliveryState, number>>;

const longestSubject_chars = 150;
/** How much a mailing holds. */
export const longestMailing_chars = 20_000;

/** What is wrong with a mailing; null when nothing is. */
export function findMailingFault({ subject, body }: Pick<Mailing, 'subject' | 'body'>): 'subject' | 'body' | null {
  // A line break in a subject would begin another header.
  if (subject.trim() === '' || subject.length > longestSubject_chars || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject))
    return 'subject';
  return body.trim() === '' || body.length > longestMailing_chars ? 'body' : null;
}
