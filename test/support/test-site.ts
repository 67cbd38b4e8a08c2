/** The site's name in tests; the purposes' roles carry it. */
export const testSite = 'test';
