/** Every page whose visits may be recorded, by the pattern of its address: `learn.course-key` is `/learn/:courseKey`. */
export const pages = [
  'account',
  'account.data',
  'account.forgotten',
  'account.new',
  'account.new-password.secret',
  'account.profile',
  'account.sign-in',
  'courses',
  'courses.course-key',
  'documents.kind',
  'documents.kind.version',
  'home',
  'organisations.key',
] as const;

/** The name of the page at a route's pattern. */
export function pageNameOf(routePath: string): string {
  const parts = routePath.split('/').filter(Boolean);
  return parts.map((part) => kebab(part.replace(/^:|\{.*\}|\?$/g, ''))).join('.') || 'home';
}

function kebab(part: string): string {
  return part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
