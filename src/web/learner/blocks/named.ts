import type { Block } from '../../../domains/courses/index.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { textSetting } from './block-source.ts';
import { el, write } from './markup.ts';
import { note } from './note.ts';

/** Blocks that are named and not yet run: what they are, and where they would lead. */
export const renderDiscussion: BlockRenderer = async (block, { words }) => [
  note(words.t('block.discussion', { title: textSetting(block, 'discussion_target') || block.displayName })),
];

export const renderLti: BlockRenderer = async (block, { words }) => {
  const address = textSetting(block, 'launch_url') || textSetting(block, 'lti_1p3_launch_url');
  const host = URL.canParse(address) ? new URL(address).host : '';
  const title = block.displayName;
  return [titleOf(block), note(host ? words.t('block.lti', { title, host }) : words.t('block.ltiUnknown', { title }))];
};

export const renderSga: BlockRenderer = async (block, { words }) => [titleOf(block), note(words.t('block.sga'))];

/** A mark that learners set themselves. */
export const renderDone: BlockRenderer = async (block) => [{ type: 'done-mark', blockId: block.id }];

const hosts = { 'google-document': 'docs.google.com', 'google-calendar': 'calendar.google.com' } as const;

/** A document or calendar at Google, which only learns of readers who go there. */
export const renderGoogle: BlockRenderer = async (block, unit) => {
  const isDocument = block.tag === 'google-document';
  const said = unit.words.t(isDocument ? 'block.googleDocument' : 'block.googleCalendar');
  const address = isDocument ? documentAddress(block) : calendarAddress(block);
  if (!address || new URL(address).host !== hosts[isDocument ? 'google-document' : 'google-calendar']) {
    return [titleOf(block), note(unit.words.t('block.unsupported', { kind: block.tag }))];
  }
  const link = {
    class: 'leaves-site click-to-load',
    href: address,
    rel: 'noopener noreferrer',
    'data-control': 'block.google',
  };
  return [titleOf(block), write(el('a', link, said, leaves(unit)))];
};

function documentAddress(block: Block): string | null {
  const address = /src=["'](https:\/\/[^"']+)["']/
    .exec(textSetting(block, 'embed_code'))?.[1]
    ?.replaceAll('&amp;', '&');
  return address && URL.canParse(address) ? new URL(address).href : null;
}

function calendarAddress(block: Block): string | null {
  const id = textSetting(block, 'calendar_id');
  return id ? `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(id)}` : null;
}

export function titleOf(block: Block): string {
  return write(el('h2', { class: 'block-title' }, block.displayName));
}

export function leaves({ words }: Pick<UnitRendering, 'words'>) {
  return el('span', { class: 'only-heard' }, ` ${words.t('content.leavesSite')}`);
}
