import type { Reading, Writing } from '../../kernel/database/index.ts';
import { topic } from '../../kernel/switchboard.ts';
import { type Enrolment, type EnrolmentRefusal, type EnrolmentTerms, findClosure } from './enrolment.ts';
import {
  activate,
  countActive,
  deactivate,
  insertChange,
  lockPlaces,
  selectActiveEnrolments,
  selectEnrolment,
} from './enrolment-store.ts';

/** Somebody enrolled or left. */
export const enrolmentChanged = topic<{
  readonly personId: string;
  readonly courseKey: string;
  readonly became: 'enrolled' | 'left';
}>('enrolment changed');

const most_listed = 200;

/** By what somebody comes in: on their own, let in by a code or an invitation, or as staff, whom no terms bind. */
type EnrolAs = 'learner' | 'let-in' | 'staff';

/**
 * Enrols a person, or says why not. Staff enrol whatever the terms say. Who left before is enrolled again, and finds
 * their work as it was.
 */
export async function enrol(
  w: Writing<'provide'>,
  personId: string,
  terms: EnrolmentTerms,
  as: EnrolAs = 'learner',
): Promise<{ readonly type: 'enrolled' } | EnrolmentRefusal> {
  const closure = as === 'staff' ? null : await closureNow(w, terms, as === 'let-in');
  if (closure) {
    const there = await selectEnrolment(w, personId, terms.courseKey);
    return { type: 'refused', because: there?.isActive ? 'already' : closure };
  }
  const id = await activate(w, personId, terms.courseKey);
  if (!id) return { type: 'refused', because: 'already' };
  await insertChange(w, id, 'enrolled');
  w.announce(enrolmentChanged, { personId, courseKey: terms.courseKey, became: 'enrolled' });
  return { type: 'enrolled' };
}

/** Where places are limited those who come at once take turns, so that none is given away twice. */
async function closureNow(w: Writing<'provide'>, terms: EnrolmentTerms, isLetIn: boolean) {
  if (terms.capacity === null) return findClosure(terms, w.now(), 0, isLetIn);
  await lockPlaces(w, terms.courseKey);
  return findClosure(terms, w.now(), await countActive(w, terms.courseKey), isLetIn);
}

/** Leaves a course. The history stays, and so does the work. */
export async function leave(
  w: Writing<'provide'>,
  personId: string,
  courseKey: string,
): Promise<{ readonly type: 'left' } | { readonly type: 'refused'; readonly because: 'not-enrolled' }> {
  const id = await deactivate(w, personId, courseKey);
  if (!id) return { type: 'refused', because: 'not-enrolled' };
  await insertChange(w, id, 'left');
  w.announce(enrolmentChanged, { personId, courseKey, became: 'left' });
  return { type: 'left' };
}

/** A person's enrolment in a course, active or not, or null. */
export function findEnrolment(r: Reading<'provide'>, personId: string, courseKey: string): Promise<Enrolment | null> {
  return selectEnrolment(r, personId, courseKey);
}

/** The courses that a person takes, latest enrolled first. At most 200. */
export function listEnrolments(r: Reading<'provide'>, personId: string): Promise<Enrolment[]> {
  return selectActiveEnrolments(r, personId, most_listed);
}

/** How many take a course now. For staff: a live count on a public page tells who just came or left. */
export function countEnrolled(r: Reading<'provide'>, courseKey: string): Promise<number> {
  return countActive(r, courseKey);
}
