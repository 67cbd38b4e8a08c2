import type { Reading, Writing } from '../../kernel/database/index.ts';
import { topic } from '../../kernel/switchboard.ts';
import { type Enrolment, type EnrolmentRefusal, type EnrolmentTerms, findClosure } from './enrolment.ts';
import {
  activate,
  countActive,
  deactivate,
  insertChange,
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

/**
 * Enrols a person, or says why not. Staff enrol whatever the terms say. Who left before is enrolled again, and finds
 * their work as it was.
 */
export async function enrol(
  w: Writing<'provide'>,
  personId: string,
  terms: EnrolmentTerms,
  as: 'learner' | 'staff' = 'learner',
): Promise<{ readonly type: 'enrolled' } | EnrolmentRefusal> {
  const closure = as === 'staff' ? null : findClosure(terms, w.now());
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
