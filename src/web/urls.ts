/**
 * Every address of the site, as a function. No address holds a person's name, handle or mail address.
 * Courses and blocks stand in addresses by their Open edX keys, escaped.
 */
const part = encodeURIComponent;

export const urls = {
  home: () => '/',
  favicon: () => '/favicon.svg',
  parts: () => '/ui',
  courses: () => '/courses',
  course: (courseKey: string) => `/courses/${part(courseKey)}`,
  organisation: (key: string) => `/organisations/${part(key)}`,
  document: (kind: 'privacy' | 'terms' | 'honor-code') => `/documents/${kind}`,
  documentVersion: (kind: string, version: string) => `/documents/${part(kind)}/${part(version)}`,

  signUp: () => '/account/new',
  signIn: (next?: string) => (next ? `/account/sign-in?next=${part(next)}` : '/account/sign-in'),
  signOut: () => '/account/sign-out',
  forgotten: () => '/account/forgotten',
  newPassword: (secret: string) => `/account/new-password/${part(secret)}`,
  account: () => '/account',
  profile: () => '/account/profile',

  myCourses: () => '/learn',
  enrol: (courseKey: string) => `/learn/${part(courseKey)}/enrol`,
  leave: (courseKey: string) => `/learn/${part(courseKey)}/leave`,
  outline: (courseKey: string) => `/learn/${part(courseKey)}`,
  unit: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/unit/${part(blockId)}`,
  jumpTo: (courseKey: string, name: string) => `/learn/${part(courseKey)}/jump/${part(name)}`,
  resume: (courseKey: string) => `/learn/${part(courseKey)}/resume`,
  courseTab: (courseKey: string, slug: string) => `/learn/${part(courseKey)}/page/${part(slug)}`,
  courseUpdates: (courseKey: string) => `/learn/${part(courseKey)}/updates`,
  bookmarks: (courseKey: string) => `/learn/${part(courseKey)}/bookmarks`,
  courseSearch: (courseKey: string) => `/learn/${part(courseKey)}/search`,
  answer: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/answer/${part(blockId)}`,
  frame: (courseKey: string, blockId: string) => `/frame/${part(courseKey)}/${part(blockId)}`,

  asset: (hash: string, name: string) => `/assets/${hash}/${name.split('/').map(part).join('/')}`,
  events: () => '/events',
  live: () => '/health/live',
  ready: () => '/health/ready',
  metrics: () => '/metrics',
} as const;
