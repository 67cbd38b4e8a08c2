import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { type DeskPageProps, type DeskPlaces, respondWithDeskOf } from '../desk-frame.tsx';

const places = {
  inquiries: { href: urls.desk(), control: 'desk.inquiries', label: 'desk.place.inquiries' },
  organisations: { href: urls.adminOrganisations(), control: 'desk.organisations', label: 'desk.place.organisations' },
  mailings: { href: urls.mailings(), control: 'desk.mailings', label: 'desk.place.mailings' },
  forms: { href: urls.deskForms(), control: 'desk.forms', label: 'desk.place.forms' },
  templates: { href: urls.replyTemplates(), control: 'desk.templates', label: 'desk.place.templates' },
  pages: { href: urls.deskPages(), control: 'desk.pages', label: 'desk.place.pages' },
  opening: { href: urls.opening(), control: 'desk.opening', label: 'desk.place.opening' },
} as const satisfies DeskPlaces;

/** Answers with a page of the desk for those who want to host. */
export function respondWithDesk(
  c: SiteContext,
  { place, ...props }: DeskPageProps & { readonly place: keyof typeof places },
): Response {
  return respondWithDeskOf(c, places, place, 'desk.navigation', props);
}
