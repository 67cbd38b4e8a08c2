export { problemFromMarkdown } from './problem-from-markdown.ts';
