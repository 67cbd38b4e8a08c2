export { markdownFromProblem } from './markdown-from-problem.ts';
export { MARKDOWN_MAX_CHARACTERS, problemFromMarkdown } from './problem-from-markdown.ts';
