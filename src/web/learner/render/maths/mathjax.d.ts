/** The package brings no types; `engine.ts` says what it uses. */
declare module 'mathjax';
