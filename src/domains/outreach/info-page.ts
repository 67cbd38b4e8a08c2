/** A page of the site about itself, or for the press. */
export interface InfoPage {
  /** As it stands in the address. */
  readonly slug: string;
  readonly kind: 'page' | 'press';
  readonly title: string;
  readonly summary: string;
  /** Markdown. */
  readonly body: string;
  /** From when everybody may read it: later than now is an embargo, null a draft. */
  readonly published_at: Date | null;
  readonly changed_at: Date;
}

/** What is wrong with a page. */
export type PageFault = 'slug' | 'taken' | 'title' | 'summary' | 'body' | 'no-such-page';

/** How much a page holds. */
export const longestPage_chars = 50_000;

/** What is wrong with a page as it would be stored; null when nothing is. */
export function findPageFault({ slug, title, summary, body }: InfoPage): PageFault | null {
  // The feed has its own address beside the pages.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80 || slug === 'feed') return 'slug';
  if (title === '' || title.length > 160 || /\p{Cc}/u.test(title)) return 'title';
  if (summary.length > 400 || /\p{Cc}/u.test(summary)) return 'summary';
  return body === '' || body.length > longestPage_chars ? 'body' : null;
}
