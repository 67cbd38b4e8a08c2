/** Where to go after signing in: an address within this site, or `otherwise`. Nothing that a browser could read as another site. */
export function safeNext(written: string | undefined, otherwise: string): string {
  if (!written?.startsWith('/') || written.length > 2000) return otherwise;
  const here = 'http://here.invalid';
  if (!URL.canParse(written, here)) return otherwise;
  const url = new URL(written, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : otherwise;
}
