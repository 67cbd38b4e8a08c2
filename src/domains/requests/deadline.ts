/**
 * The days that the law counts (GDPR 12(3) and (6); Regulation 1182/71, 3). Whole days of the operator's calendar, as
 * `2027-01-31`. Pure.
 */

/** What a deadline is counted from. */
export interface Deadline {
  /** The day on which the request came. */
  readonly received_on: string;
  /** Whether two more months were taken, with the reason told to the person. */
  readonly isExtended: boolean;
  /** How long identity was being checked, all checks together: these days are not counted. */
  readonly paused_days: number;
}

const months = { first: 1, extended: 3 } as const;

/**
 * The last day on which an answer is in time: the same day a month later, or where that month is shorter its last. Two
 * further months are counted from the beginning, so that 31 January with both is 30 April. Where the day is a Sunday or a
 * holiday the law gives until the next working day; which are holidays differs from place to place, so the desk does not
 * lean on it.
 */
export function dueOn({ received_on, isExtended, paused_days }: Deadline): string {
  return Temporal.PlainDate.from(received_on)
    .add({ months: isExtended ? months.extended : months.first }, { overflow: 'constrain' })
    .add({ days: paused_days })
    .toString();
}

/** The last day on which more time can be taken: the person must hear of it within the first month. */
export function lastDayToExtend(deadline: Deadline): string {
  return dueOn({ ...deadline, isExtended: false });
}

/** The calendar day of an instant, where the operator is. */
export function dayOf(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** How many days lie between two, the first not counted; less than none when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}
