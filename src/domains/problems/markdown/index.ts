export { markdownFromProblem } from './markdown-from-problem.ts';
export { problemFromMarkdown } from './problem-from-markdown.ts';
