/** Every page whose visits may be recorded, by the pattern of its address: `learn.course-key` is `/learn/:courseKey`. */
export const pages = [
  'account',
  'account.confirm.secret',
  'account.data',
  'account.forgotten',
  'account.forgotten.sent',
  'account.new',
  'account.new-email.secret',
  'account.new-password.secret',
  'account.new.sent',
  'account.profile',
  'account.sign-in',
  'account.sign-out',
  'admin.outbox',
  'admin.outreach',
  'admin.outreach.forms',
  'admin.outreach.forms.key',
  'admin.outreach.inquiries.id',
  'admin.outreach.mailings',
  'admin.outreach.mailings.id',
  'admin.outreach.opening',
  'admin.outreach.pages',
  'admin.outreach.pages.slug',
  'admin.outreach.templates',
  'build',
  'build.confirm.secret',
  'build.mine',
  'build.mine.secret',
  'build.mine.sent',
  'build.sent',
  'choices',
  'cookies',
  'courses',
  'courses.course-key',
  'documents.kind',
  'documents.kind.version',
  'home',
  'invitation.secret',
  'learn',
  'learn.course-key',
  'learn.course-key.bookmarks',
  'learn.course-key.handouts',
  'learn.course-key.page.slug',
  'learn.course-key.search',
  'learn.course-key.textbooks',
  'learn.course-key.unit.block-id',
  'learn.course-key.updates',
  'ledger',
  'mail.stop.secret',
  'organisations.key',
  'pages.slug',
  'press',
  'press.slug',
  'what-we-collect',
] as const;

/** The name of the page at a route's pattern. */
export function pageNameOf(routePath: string): string {
  const parts = routePath.split('/').filter(Boolean);
  return parts.map((part) => kebab(part.replace(/^:|\{.*\}|\?$/g, ''))).join('.') || 'home';
}

function kebab(part: string): string {
  return part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
