import type { Powers } from '../../powers.ts';
import type { Routes, Site, SiteContext } from '../request/site-context.ts';
import { aboutRoutes } from './about/about-routes.tsx';
import { hostRoutes } from './about/host-routes.tsx';
import { editorRoutes } from './block/editor-routes.tsx';
import { checkRoutes } from './check/check-routes.tsx';
import { courseSettingsRoutes } from './course-settings/course-settings-routes.tsx';
import { coursesRoutes } from './courses/courses-routes.tsx';
import { exportRoutes } from './courses/export-routes.ts';
import { newCourseRoutes } from './courses/new-course-routes.tsx';
import { editRoutes } from './edit/edit-routes.tsx';
import { codeRoutes, enrolmentRoutes } from './enrolment/enrolment-routes.tsx';
import { learnersRoutes } from './enrolment/learners-routes.tsx';
import { filesRoutes } from './files/files-routes.tsx';
import { importRoutes } from './import/import-routes.tsx';
import { chooseRoutes } from './libraries/choose-routes.tsx';
import { librariesRoutes } from './libraries/libraries-routes.tsx';
import { selectionRoutes } from './libraries/selection-routes.tsx';
import { leaveRoutes } from './members/leave-routes.tsx';
import { membersRoutes } from './members/members-routes.tsx';
import { outlineRoutes } from './outline/outline-routes.tsx';
import { arrangeRoutes } from './pages/arrange-routes.ts';
import { pagesRoutes } from './pages/pages-routes.tsx';
import { textRoutes } from './pages/text-routes.tsx';
import { textbookRoutes } from './pages/textbook-routes.tsx';
import { requireRight } from './require-right.tsx';
import { rolesRoutes } from './roles/roles-routes.tsx';
import { settingsRoutes } from './settings/settings-routes.tsx';
import type { StudioRoutes, StudioSite } from './studio-site.ts';
import { teamRoutes } from './team/team-routes.tsx';
import { unitRoutes } from './unit/unit-routes.tsx';
import { versionsRoutes } from './versions/versions-routes.tsx';

/** The places of the studio. A route of it can't be put in without the action that a right is needed for. */
export const studioPlaces: readonly StudioRoutes[] = [
  coursesRoutes,
  newCourseRoutes,
  importRoutes,
  exportRoutes,
  membersRoutes,
  leaveRoutes,
  rolesRoutes,
  aboutRoutes,
  hostRoutes,
  outlineRoutes,
  editRoutes,
  unitRoutes,
  editorRoutes,
  settingsRoutes,
  courseSettingsRoutes,
  checkRoutes,
  filesRoutes,
  versionsRoutes,
  pagesRoutes,
  arrangeRoutes,
  textRoutes,
  textbookRoutes,
  enrolmentRoutes,
  codeRoutes,
  learnersRoutes,
  teamRoutes,
  librariesRoutes,
  selectionRoutes,
  chooseRoutes,
];

/** The studio: where organisations build and host courses. */
export const studioRoutes: Routes = (site, powers) => {
  const studio = guardedSite(site, powers);
  for (const addRoutes of studioPlaces) addRoutes(studio, powers);
};

function guardedSite(site: Site, powers: Powers): StudioSite {
  const adding =
    (method: 'GET' | 'POST'): StudioSite['get'] =>
    (pattern, action, handle) => {
      site.on(method, pattern, async (c) => {
        const place = await requireRight(c as SiteContext, powers, action);
        return place instanceof Response ? place : handle(c as never, place);
      });
    };
  return { get: adding('GET'), post: adding('POST') };
}
