import { setImmediate } from 'node:timers/promises';
import type { Reading } from '../../../kernel/database/index.ts';
import type { CourseVersion } from '../../courses/index.ts';
import { addressesIn, type LinkFault, linkJudge, videoFiles } from '../check/check-links.ts';
import { readMarkup } from '../check/markup.ts';
import { contentsOf } from '../contents-of.ts';
import { type CoursePlace, courseTexts, placeOf } from './where-used.ts';

/** A link of a course, and where it stands. */
export interface CourseLink {
  readonly place: CoursePlace;
  /** As the author wrote it. */
  readonly address: string;
}

/** What the links of a course lead to. */
export interface LinkReport {
  /** Files and blocks of the course that are not there; 1,000 at most. */
  readonly broken: readonly (CourseLink & { readonly fault: LinkFault })[];
  readonly broken_total: number;
  /** To other sites, which are never asked; 1,000 at most. */
  readonly outward: readonly CourseLink[];
  readonly outward_total: number;
}

const most_listed = 1000;

/** Looks at every link of a version's texts; nothing is fetched. */
export async function reportLinks(r: Reading<'provide'>, version: CourseVersion): Promise<LinkReport> {
  const judge = linkJudge(version);
  const broken: (CourseLink & { readonly fault: LinkFault })[] = [];
  const outward: CourseLink[] = [];
  let [broken_total, outward_total] = [0, 0];
  const look = (place: CoursePlace, block: CourseVersion['root'], links: Iterable<string>) => {
    for (const address of links) {
      const fault = judge(address, block);
      if (fault && ++broken_total <= most_listed) broken.push({ place, address, fault });
      if (/^(?:https?:)?\/\//i.test(address) && ++outward_total <= most_listed) outward.push({ place, address });
    }
  };
  const blocks = [...version.blocks.values()].filter(({ children, error }) => children.length === 0 && error === null);
  const texts = await contentsOf(r, blocks);
  for (const [at, block] of blocks.entries()) {
    // Others are served meanwhile.
    if (at % 50 === 49) await setImmediate();
    const markup = readMarkup(block.tag, texts.get(block.contentHash ?? '') ?? '');
    look(placeOf(block), block, new Set([...(markup ? addressesIn(markup) : []), ...videoFiles(block)]));
  }
  for (const { place, text } of courseTexts(version)) look(place, version.root, addressesIn(readMarkup('html', text)!));
  return { broken, broken_total, outward, outward_total };
}
