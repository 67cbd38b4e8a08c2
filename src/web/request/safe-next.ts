/** Where to go after signing in: an address within this site, or `otherwise`. Nothing that a browser could read as another site. */
export function safeNext(written: string | undefined, otherwise: string): string {
  if (!written?.startsWith('/') || written.length > 2000) return otherwise;
  const here = 'http://here.invalid';
  if (!URL.canParse(written, here)) return otherwise;
  const url = new URL(written, here);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // `/.//host` is a path within the site, until it is written without its dot.
  return url.origin === here && !path.startsWith('//') ? path : otherwise;
}
