import { renderAnnotatable } from './annotatable.ts';
import { renderAsking, renderOpenAssessment, renderPollQuestion } from './asked.ts';
import type { BlockRenderer } from './block-renderer.ts';
import { renderChildren, renderChoice, renderConditional } from './containers.ts';
import { renderCustomTag } from './custom-tag.ts';
import { renderHtml } from './html.ts';
import { renderDiscussion, renderDone, renderGoogle, renderLti, renderSga } from './named.ts';
import { renderUnsupported } from './unsupported.ts';
import { renderVideo } from './video/index.ts';

/** Drawn for each learner, outside of what all readers share. */
const renderProblem: BlockRenderer = async (block) => [{ type: 'problem', blockId: block.id }];

const renderers: Readonly<Record<string, BlockRenderer>> = {
  annotatable: renderAnnotatable,
  chapter: renderChildren,
  conditional: renderConditional,
  customtag: renderCustomTag,
  discussion: renderDiscussion,
  done: renderDone,
  'drag-and-drop-v2': renderProblem,
  edx_sga: renderSga,
  'google-calendar': renderGoogle,
  'google-document': renderGoogle,
  html: renderHtml,
  imageannotation: renderAnnotatable,
  image_annotation: renderAnnotatable,
  itembank: renderChoice,
  library_content: renderChoice,
  lti: renderLti,
  lti_consumer: renderLti,
  openassessment: renderOpenAssessment,
  poll: renderAsking,
  poll_question: renderPollQuestion,
  problem: renderProblem,
  problemset: renderChildren,
  randomize: renderChoice,
  section: renderChildren,
  sequential: renderChildren,
  split_test: renderChoice,
  survey: renderAsking,
  textannotation: renderAnnotatable,
  vertical: renderChildren,
  video: renderVideo,
  videoalpha: renderVideo,
  videoannotation: renderAnnotatable,
  videosequence: renderChildren,
  word_cloud: renderAsking,
  wrapper: renderChildren,
};

/** The renderer for a tag; one that says so for a tag that nobody knows. */
export function rendererFor(tag: string): BlockRenderer {
  return Object.hasOwn(renderers, tag) ? renderers[tag]! : renderUnsupported;
}
