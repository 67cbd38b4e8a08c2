/**
 * Every address of the site, as a function. No address holds a person's name, handle or mail address.
 * Courses and blocks stand in addresses by their Open edX keys, escaped.
 */
const part = encodeURIComponent;

export const urls = {
  home: () => '/',
  favicon: () => '/favicon.svg',
  parts: () => '/ui',
  robots: () => '/robots.txt',
  sitemap: () => '/sitemap.xml',
  courses: () => '/courses',
  course: (courseKey: string) => `/courses/${part(courseKey)}`,
  /** The style sheet of what an author wrote about a course. */
  aboutStyle: (courseKey: string, versionId: string) => `/courses/${part(courseKey)}/about/${versionId}`,
  organisation: (key: string) => `/organisations/${part(key)}`,
  document: (kind: 'privacy' | 'terms' | 'honor-code') => `/documents/${kind}`,
  documentVersion: (kind: 'privacy' | 'terms' | 'honor-code', version: string) => `/documents/${kind}/${part(version)}`,

  signUp: () => '/account/new',
  signUpDetails: () => '/account/new/details',
  signUpSent: () => '/account/new/sent',
  confirmAddress: (secret: string) => `/account/confirm/${part(secret)}`,
  signIn: (next?: string) => (next ? `/account/sign-in?next=${part(next)}` : '/account/sign-in'),
  signedIn: (next: string) => `/account/signed-in?next=${part(next)}`,
  signOut: () => '/account/sign-out',
  forgotten: () => '/account/forgotten',
  forgottenSent: () => '/account/forgotten/sent',
  newPassword: (secret: string) => `/account/new-password/${part(secret)}`,
  account: () => '/account',
  accountDone: (what: string) => `/account?done=${part(what)}`,
  newEmail: () => '/account/email',
  confirmNewEmail: (secret: string) => `/account/new-email/${part(secret)}`,
  changePassword: () => '/account/password',
  endSession: () => '/account/sessions/end',
  signOutEverywhere: () => '/account/sessions/end-all',
  profile: () => '/account/profile',
  myData: () => '/account/data',
  exportMyData: () => '/account/data/export',
  eraseMe: () => '/account/data/erase',
  acknowledge: () => '/account/acknowledge',

  myCourses: () => '/learn',
  enrol: (courseKey: string) => `/learn/${part(courseKey)}/enrol`,
  leave: (courseKey: string) => `/learn/${part(courseKey)}/leave`,
  justEnrolled: (courseKey: string) => `/learn/${part(courseKey)}?enrolled`,
  justLeft: () => '/learn?left',
  outline: (courseKey: string) => `/learn/${part(courseKey)}`,
  unit: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/unit/${part(blockId)}`,
  jumpTo: (courseKey: string, name: string) => `/learn/${part(courseKey)}/jump/${part(name)}`,
  resume: (courseKey: string) => `/learn/${part(courseKey)}/resume`,
  courseTab: (courseKey: string, slug: string) => `/learn/${part(courseKey)}/page/${part(slug)}`,
  courseUpdates: (courseKey: string) => `/learn/${part(courseKey)}/updates`,
  handouts: (courseKey: string) => `/learn/${part(courseKey)}/handouts`,
  textbooks: (courseKey: string) => `/learn/${part(courseKey)}/textbooks`,
  bookmark: (courseKey: string, unitId: string) => `/learn/${part(courseKey)}/bookmark/${part(unitId)}`,
  watched: (courseKey: string, unitId: string) => `/learn/${part(courseKey)}/watched/${part(unitId)}`,
  videoPosition: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/video/${part(blockId)}`,
  bookmarks: (courseKey: string) => `/learn/${part(courseKey)}/bookmarks`,
  courseSearch: (courseKey: string) => `/learn/${part(courseKey)}/search`,
  answer: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/answer/${part(blockId)}`,
  /** An html block that needs its own scripts, in a sandbox. */
  frame: (courseKey: string, blockId: string) => `/frame/block/${part(courseKey)}/${part(blockId)}`,
  /** An HTML file of the course's own, in a sandbox. */
  fileFrame: (courseKey: string, fileName: string) =>
    `/frame/file/${part(courseKey)}/${fileName.split('/').map(part).join('/')}`,
  youTubeFrame: (id: string) => `/frame/youtube/${part(id)}`,
  /** A video from another site, behind a click. */
  videoFrame: (courseKey: string, blockId: string) => `/frame/video/${part(courseKey)}/${part(blockId)}`,

  asset: (hash: string, name: string) => `/assets/${hash}/${name.split('/').map(part).join('/')}`,
  /** A file that only those who may see the course may have. */
  lockedFile: (courseKey: string, name: string) =>
    `/learn/${part(courseKey)}/file/${name.split('/').map(part).join('/')}`,
  /** A transcript, made into the captions that browsers show. */
  captions: (hash: string) => `/assets/${hash}/captions.vtt`,
  outbox: () => '/admin/outbox',
  events: () => '/events',
  live: () => '/health/live',
  ready: () => '/health/ready',
  metrics: () => '/metrics',
} as const;
