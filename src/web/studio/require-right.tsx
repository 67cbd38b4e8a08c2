import { findCourse } from '../../domains/courses/index.ts';
import { findCourseRole } from '../../domains/enrolment/index.ts';
import {
  type Action,
  findMemberRole,
  findOrganisation,
  isCourseAction,
  mayDo,
  type Role,
} from '../../domains/organisations/index.ts';
import type { Powers } from '../../powers.ts';
import { respondNotFound } from '../layout/message-page.tsx';
import type { Reader, SiteContext } from '../request/site-context.ts';
import { toSignIn } from '../request/to-sign-in.ts';
import { respondNoRight, respondNotOpen } from './no-right-page.tsx';
import type { CoursePlace, OrganisationPlace, PlaceFor } from './studio-site.ts';

/**
 * Where the reader stands, when they may do the action here; else the answer to give. Strangers are not told what there
 * is: whoever is nothing here gets the answer of a place that is not there.
 */
export async function requireRight<A extends Action>(
  c: SiteContext,
  powers: Powers,
  action: A,
): Promise<PlaceFor<A> | Response> {
  const { reader } = c.var;
  if (!reader) return toSignIn(c);
  const place = isCourseAction(action)
    ? await findCoursePlace(powers, reader, c.req.param('courseKey') ?? '')
    : await findOrganisationPlace(powers, reader, c.req.param('organisation') ?? '');
  if (!place) return respondNotFound(c);
  if (!place.may(action)) return respondNoRight(c, place, action);
  if (action === 'course.publish' && place.organisation.state !== 'open') return respondNotOpen(c, place);
  return place as PlaceFor<A>;
}

/** Whether the reader may see a course in the studio, now. */
export async function maySee(powers: Powers, reader: Reader, courseKey: string): Promise<boolean> {
  return (await findCoursePlace(powers, reader, courseKey))?.may('course.see') ?? false;
}

async function findOrganisationPlace(
  { database }: Powers,
  reader: Reader,
  key: string,
): Promise<OrganisationPlace | null> {
  const r = database.read('provide');
  const [organisation, role] = await Promise.all([findOrganisation(r, key), findMemberRole(r, reader.personId, key)]);
  return organisation && role ? { reader, organisation, ...standing([role]) } : null;
}

async function findCoursePlace({ database }: Powers, reader: Reader, courseKey: string): Promise<CoursePlace | null> {
  const r = database.read('provide');
  const course = await findCourse(r, courseKey);
  if (!course) return null;
  const [organisation, role, courseRole] = await Promise.all([
    findOrganisation(r, course.org),
    findMemberRole(r, reader.personId, course.org),
    findCourseRole(r, reader.personId, courseKey),
  ]);
  const roles: Role[] = [...(role ? [role] : []), ...(courseRole === 'staff' ? (['staff'] as const) : [])];
  return organisation && roles.length > 0 ? { reader, organisation, course, ...standing(roles) } : null;
}

function standing(roles: readonly Role[]): Pick<OrganisationPlace, 'roles' | 'may'> {
  return { roles, may: (action) => roles.some((role) => mayDo(role, action)) };
}
