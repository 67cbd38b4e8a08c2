import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { type DeskPageProps, type DeskPlaces, respondWithDeskOf } from '../desk-frame.tsx';

const places = {
  requests: { href: urls.privacyDesk(), control: 'privacy.requests', label: 'privacy.place.requests' },
  disclosures: { href: urls.disclosures(), control: 'privacy.disclosures', label: 'privacy.place.disclosures' },
  holds: { href: urls.holds(), control: 'privacy.holds', label: 'privacy.place.holds' },
  breaches: { href: urls.breaches(), control: 'privacy.breaches', label: 'privacy.place.breaches' },
  templates: { href: urls.privacyTemplates(), control: 'privacy.templates', label: 'desk.place.templates' },
} as const satisfies DeskPlaces;

/** Answers with a page of the privacy desk. */
export function respondWithPrivacyDesk(
  c: SiteContext,
  { place, ...props }: DeskPageProps & { readonly place: keyof typeof places },
): Response {
  return respondWithDeskOf(c, places, place, 'privacy.navigation', props);
}
