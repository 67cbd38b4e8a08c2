/** The addresses of the learner's pages as patterns for the router; `urls.ts` makes the addresses themselves. */
export const unitPattern = '/learn/:courseKey/unit/:blockId';
