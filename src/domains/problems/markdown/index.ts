export { markdownFromProblem } from './markdown-from-problem.ts';
export { longestMarkdown_chars, problemFromMarkdown } from './problem-from-markdown.ts';
