/**
 * Every link and button that the site draws, by its `data-control` id: what can be recorded as used is known
 * beforehand, and nothing else is taken.
 */
export const controls = [
  'breadcrumbs.step',
  'course-card.open',
  'error.home',
  'footer.honor-code',
  'footer.privacy',
  'footer.terms',
  'form.error',
  'pagination.next',
  'pagination.previous',
  'parts.sample',
  'site.account',
  'site.courses',
  'site.home',
  'site.my-courses',
  'site.sign-in',
  'site.sign-up',
] as const;

export type ControlId = (typeof controls)[number];
