import type { CameBy, RequestKind, RequestState } from './request.ts';

/** A request as the desk lists it. What is null was erased, or is not there yet. */
export interface RequestRow {
  readonly id: string;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly came_by: CameBy;
  readonly state: RequestState;
  readonly received_at: Date;
  readonly received_on: string;
  /** Null while identity is being checked: the clock stands still. */
  readonly due_on: string | null;
  readonly extended_at: Date | null;
  readonly identity_asked_on: string | null;
  readonly identity_shown_at: Date | null;
  readonly paused_days: number;
  /** How many replies nobody has read yet. */
  readonly has_news: number;
  readonly closed_at: Date | null;
  readonly requester_id: string | null;
  readonly person_id: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly language: string | null;
  readonly operator_id: string | null;
}

/** What a record of a request can be. */
export type RecordKind =
  | 'words'
  | 'letter-in'
  | 'letter-out'
  | 'note'
  | 'identity-asked'
  | 'identity-shown'
  | 'extended'
  | 'access-sent'
  | 'erased'
  | 'closed'
  | 'reopened';

/** A letter, a reply, a note or a step. */
export interface RequestRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly body: string | null;
  readonly made_at: Date;
}

/** A request as the desk shows it: with its records, oldest first. */
export interface RequestView extends RequestRow {
  readonly records: readonly RequestRecord[];
}

/** Which requests the desk lists. */
export interface RequestFilter {
  readonly show: 'open' | 'closed';
  readonly kind: RequestKind | null;
  /** Only what this operator has in hand. */
  readonly operatorId: string | null;
}

/** How many are open, how many of them are late, and how many have unread replies. */
export interface RequestCounts {
  readonly open: number;
  readonly late: number;
  readonly news: number;
}
