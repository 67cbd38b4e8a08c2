import { answerForProgram } from './shared/answer-for-program.ts';

/** Inside a frame: tells the page how high the content is, and answers for a question's program. Nothing else. */
const content = document.querySelector<HTMLElement>('.frame-body') ?? document.documentElement;

new ResizeObserver(() => {
  const height = Math.ceil(content.getBoundingClientRect().bottom + window.scrollY);
  parent.postMessage({ type: 'mooc.frame.height', height }, '*');
}).observe(content);

answerForProgram();
