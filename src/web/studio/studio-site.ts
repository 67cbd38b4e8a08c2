import type { Context } from 'hono';
import type { CourseRecord } from '../../domains/courses/index.ts';
import type {
  Action,
  CourseAction,
  Organisation,
  OrganisationAction,
  Role,
} from '../../domains/organisations/index.ts';
import type { Powers } from '../../powers.ts';
import type { Reader, Variables } from '../request/site-context.ts';

/** Where somebody stands in the studio, once it is sure that they may. */
export interface OrganisationPlace {
  readonly reader: Reader;
  readonly organisation: Organisation;
  /** As what they are here: a member's role, and `staff` of the course where they are on its team. Never empty. */
  readonly roles: readonly Role[];
  /** For drawing a button or not. A route asks for its own action when it is declared. */
  may(action: Action): boolean;
}

/** The same at a course. */
export interface CoursePlace extends OrganisationPlace {
  readonly course: CourseRecord;
}

/** What a route is handed, by what it is declared to do. */
export type PlaceFor<A extends Action> = A extends CourseAction
  ? CoursePlace
  : A extends OrganisationAction
    ? OrganisationPlace
    : never;

type StudioContext<P extends string> = Context<{ Variables: Variables }, P>;

type AddRoute = <P extends string, A extends Action>(
  /** With `:courseKey` for what is done with a course, else with `:organisation`. */
  pattern: P,
  action: A,
  handle: (c: StudioContext<P>, place: PlaceFor<A>) => Response | Promise<Response>,
) => void;

/** Where the studio's places put in their addresses: each with the action that a right is needed for. */
export interface StudioSite {
  readonly get: AddRoute;
  readonly post: AddRoute;
}

/** Puts the addresses of one place into the studio. */
export type StudioRoutes = (studio: StudioSite, powers: Powers) => void;
