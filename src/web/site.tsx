import { Hono } from 'hono';
import { routePath } from 'hono/route';
import type { Powers } from '../powers.ts';
import { acknowledgeRoutes } from './account/acknowledge/acknowledge-routes.tsx';
import { choicesRoutes } from './account/choices/choices-routes.tsx';
import { copyRoutes } from './account/my-data/copy-routes.tsx';
import { eraseRoutes } from './account/my-data/erase-routes.tsx';
import { limitsRoutes } from './account/my-data/limits-routes.tsx';
import { myDataRoutes } from './account/my-data/my-data-routes.tsx';
import { newPasswordRoutes } from './account/new-password/new-password-routes.tsx';
import { overviewRoutes } from './account/overview/overview-routes.tsx';
import { profileRoutes } from './account/profile/profile-routes.tsx';
import { receiptRoutes } from './account/receipt/receipt-routes.ts';
import { signInRoutes } from './account/sign-in/sign-in-routes.tsx';
import { confirmRoutes } from './account/sign-up/confirm-routes.tsx';
import { signUpRoutes } from './account/sign-up/sign-up-routes.tsx';
import { adminDocumentsRoutes } from './admin/documents/documents-routes.tsx';
import { operateRoutes } from './admin/entrance/entrance-routes.tsx';
import { adminOrganisationRoutes } from './admin/organisations/organisations-routes.tsx';
import { outboxRoutes } from './admin/outbox/outbox-routes.tsx';
import { deskRoutes } from './admin/outreach/desk-routes.tsx';
import { privacyRoutes } from './admin/privacy/privacy-routes.tsx';
import { recordsRoutes } from './admin/records/records-routes.tsx';
import { serveAssets } from './assets/asset-routes.ts';
import { eventRoutes } from './events/event-routes.ts';
import { graderRoutes } from './graders/grader-routes.ts';
import { wordsFor } from './i18n.ts';
import { respondNotFound, respondTooLarge, respondWithMessage } from './layout/message-page.tsx';
import { bookmarkRoutes } from './learner/bookmarks/bookmark-routes.tsx';
import { enrolRoutes } from './learner/enrolling/enrol-routes.tsx';
import { fileRoutes } from './learner/files/file-routes.ts';
import { frameRoutes } from './learner/frames/frame-routes.ts';
import { invitedRoutes } from './learner/invited/invited-routes.tsx';
import { myCoursesRoutes } from './learner/my-courses/my-courses-routes.tsx';
import { outlineRoutes } from './learner/outline/outline-routes.tsx';
import { pageRoutes } from './learner/pages/page-routes.tsx';
import { previewRoutes } from './learner/preview/preview-routes.ts';
import { answerRoutes } from './learner/problem/answer-routes.tsx';
import { searchRoutes } from './learner/search/search-routes.tsx';
import { serveUnits } from './learner/unit/unit-routes.ts';
import { unitWays } from './learner/unit/unit-ways.ts';
import { voteRoutes } from './learner/vote/vote-routes.tsx';
import { catalogueRoutes } from './public/catalogue/catalogue-routes.tsx';
import { collectedRoutes } from './public/collected/collected-routes.tsx';
import { concernRoutes } from './public/concerns/concern-routes.tsx';
import { cookiesRoutes } from './public/cookies/cookies-routes.tsx';
import { courseRoutes } from './public/course/course-routes.tsx';
import { documentRoutes } from './public/documents/document-routes.tsx';
import { homeRoutes } from './public/home/home-routes.tsx';
import { ledgerRoutes } from './public/ledger/ledger-routes.tsx';
import { markRoutes } from './public/mark/mark-routes.ts';
import { organisationRoutes } from './public/organisation/organisation-routes.tsx';
import { buildRoutes } from './public/outreach/build-routes.tsx';
import { comingSoon } from './public/outreach/coming-soon.tsx';
import { infoRoutes } from './public/outreach/info-routes.tsx';
import { invitationRoutes } from './public/outreach/invitation-routes.tsx';
import { mySignUpRoutes } from './public/outreach/my-sign-up-routes.tsx';
import { stopRoutes } from './public/outreach/stop-routes.tsx';
import { robotsRoutes } from './public/robots/robots-routes.ts';
import { themeRoutes } from './public/theme/theme-routes.ts';
import { leaveAtRest } from './request/at-rest.tsx';
import { type BrowserFiles, serveBrowserFiles } from './request/browser-files.ts';
import { heedDisagreement, recordGoingOn, tellNews } from './request/going-on.ts';
import { serveHealth, watchRequests } from './request/health.ts';
import { limitBodies } from './request/limit-bodies.ts';
import { recordVisits } from './request/record-event.ts';
import { sameOriginOnly } from './request/same-origin.ts';
import { securityHeaders } from './request/security-headers.ts';
import { readSession } from './request/session.ts';
import type { Routes, Site, Variables } from './request/site-context.ts';
import { entranceRoutes } from './studio/entrance/entrance-routes.tsx';
import { joinRoutes } from './studio/join/join-routes.tsx';
import { studioRoutes } from './studio/studio-routes.ts';
import { partsRoutes } from './ui/parts-routes.tsx';

/** The URL table: each place puts its own addresses in; `urls.ts` names them all. */
const places: readonly Routes[] = [
  organisationRoutes,
  homeRoutes,
  catalogueRoutes,
  courseRoutes,
  themeRoutes,
  documentRoutes,
  collectedRoutes,
  concernRoutes,
  ledgerRoutes,
  cookiesRoutes,
  mySignUpRoutes,
  buildRoutes,
  invitationRoutes,
  stopRoutes,
  infoRoutes,
  robotsRoutes,
  markRoutes,
  partsRoutes,
  signUpRoutes,
  confirmRoutes,
  signInRoutes,
  newPasswordRoutes,
  overviewRoutes,
  profileRoutes,
  choicesRoutes,
  myDataRoutes,
  copyRoutes,
  limitsRoutes,
  eraseRoutes,
  receiptRoutes,
  acknowledgeRoutes,
  operateRoutes,
  outboxRoutes,
  recordsRoutes,
  adminDocumentsRoutes,
  deskRoutes,
  adminOrganisationRoutes,
  privacyRoutes,
  eventRoutes,
  myCoursesRoutes,
  enrolRoutes,
  outlineRoutes,
  unitWays,
  answerRoutes,
  voteRoutes,
  graderRoutes,
  previewRoutes,
  pageRoutes,
  bookmarkRoutes,
  searchRoutes,
  frameRoutes,
  fileRoutes,
  entranceRoutes,
  joinRoutes,
  invitedRoutes,
  studioRoutes,
];

/** The whole site as one function from request to response. */
export function createSite(powers: Powers, browserFiles: BrowserFiles): Site {
  const site: Site = new Hono<{ Variables: Variables }>();
  site.use(watchRequests(powers));
  site.use(async (c, next) => {
    c.set('words', wordsFor(c.req.header('accept-language') ?? null));
    c.set('siteName', powers.config.siteName);
    c.set('assets', browserFiles.assets);
    c.set('reader', null);
    await next();
  });
  site.use(tellNews(powers));
  serveUnits(site, powers);
  site.use(securityHeaders);
  serveHealth(site, powers);
  serveBrowserFiles(site, browserFiles);
  serveAssets(site, powers);
  // The character 0 is in no address of ours, and the database takes it in no text.
  site.use((c, next) => (/%00/.test(c.req.url) ? Promise.resolve(respondNotFound(c)) : next()));
  site.use(limitBodies(respondTooLarge));
  site.use(readSession(powers));
  site.use(recordVisits(powers));
  site.use(recordGoingOn(powers));
  site.use(sameOriginOnly((c) => respondWithMessage(c, 403, 'error.crossSite.title', 'error.crossSite.text')));
  site.use(heedDisagreement);
  site.use(leaveAtRest);
  site.use(comingSoon(powers));
  for (const addRoutes of places) addRoutes(site, powers);
  site.notFound((c) => respondNotFound(c));
  site.onError((error, c) => {
    powers.log.fault('request failed', error, { route: routePath(c) });
    return respondWithMessage(c, 500, 'error.fault.title', 'error.fault.text');
  });
  return site;
}
