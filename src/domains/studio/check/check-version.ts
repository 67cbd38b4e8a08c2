import { setImmediate } from 'node:timers/promises';
import { element } from '../../../kernel/xml/index.ts';
import { type Block, type BlockId, type CourseVersion, transcriptFiles } from '../../courses/index.ts';
import { linkChecker } from './check-links.ts';
import { checkMarkup } from './check-markup.ts';
import { checkCourseDates, checkPlace } from './check-place.ts';
import { readMarkup } from './markup.ts';
import { type CourseCheck, levelOf, type Remark, type RemarkCode, type Say } from './remark.ts';
import { type TryScript, tryProblem } from './try-problem.ts';

/** How to look at a course. */
export interface CheckWish {
  /** Only this block and what is below it; left out: the whole course. */
  readonly within?: BlockId;
  /** Left out where no Python is run: then what needs it counts as untried. */
  readonly runScript?: TryScript;
}

const most_remarks = 2000;
const most_details = 5;
const longest_detail_chars = 120;

/**
 * Looks for all that keeps learners, or some of them, from a part of the course. `texts` are the contents of its blocks by
 * hash; what is missing in them is not looked at.
 */
export async function checkVersion(
  version: CourseVersion,
  texts: ReadonlyMap<string, string>,
  { within, runScript }: CheckWish = {},
): Promise<CourseCheck> {
  const checkLinks = linkChecker(version);
  const remarks: Remark[] = [];
  const totals = { errors: 0, warnings: 0, blocks: 0, untried: 0 };
  for (const block of blocksWithin(version, within)) {
    totals.blocks += 1;
    // Others are served meanwhile.
    if (totals.blocks % 50 === 0) await setImmediate();
    const { say, said } = collect();
    checkPlace(block, version, say);
    if (block === version.root) checkCourseDates(version, say);
    const content = texts.get(block.contentHash ?? '') ?? '';
    if (block.error === null && block.children.length === 0) {
      const markup = readMarkup(block.tag, content);
      if (markup) {
        checkMarkup(markup, say);
        checkLinks(block, markup, say);
      }
      if (block.tag === 'video' && transcriptFiles(block, markup ?? element('video'), version).length === 0)
        say('video-without-captions');
      if (block.tag === 'problem' && content !== '') {
        if ((await tryProblem(content, runScript ?? null, say)) === 'untried') totals.untried += 1;
      }
    }
    for (const [code, found] of said) {
      const remark = { ...whereIs(block), level: levelOf(code), code, ...found };
      totals[remark.level === 'error' ? 'errors' : 'warnings'] += 1;
      if (remarks.length < most_remarks) remarks.push(remark);
    }
  }
  return { remarks, ...totals };
}

interface Found {
  readonly details: string[];
  times: number;
}

/** What is said of one block: the same thing once, with how often and where. */
function collect(): { readonly say: Say; readonly said: ReadonlyMap<RemarkCode, Found> } {
  const said = new Map<RemarkCode, Found>();
  const say: Say = (code, detail = '') => {
    const found = said.get(code) ?? { details: [], times: 0 };
    found.times += 1;
    const short = detail.length > longest_detail_chars ? `${detail.slice(0, longest_detail_chars)}…` : detail;
    if (short && found.details.length < most_details && !found.details.includes(short)) found.details.push(short);
    said.set(code, found);
  };
  return { say, said };
}

function whereIs(block: Block): Pick<Remark, 'blockId' | 'tag' | 'title' | 'at' | 'above'> {
  const way: Block[] = [];
  for (let one: Block | null = block; one?.parent; one = one.parent) way.unshift(one);
  // Section, subsection, unit: what stands deeper is mended in its unit.
  const [section, subsection, unit] = way;
  const at = unit ?? subsection ?? section ?? null;
  return {
    blockId: block.id,
    tag: block.tag,
    title: block.displayName,
    at: at && { id: at.id, title: at.displayName },
    above: way.slice(0, Math.max(0, Math.min(way.length, 3) - 1)).map(({ displayName }) => displayName),
  };
}

/** The block of that id with all that is below it, or all blocks; in the order of the course. */
export function blocksWithin({ root, blocks }: CourseVersion, within: BlockId | undefined): readonly Block[] {
  const all = [...blocks.values()];
  if (within === undefined || within === root.id) return all;
  return all.filter((block) => {
    for (let one: Block | null = block; one; one = one.parent) if (one.id === within) return true;
    return false;
  });
}
