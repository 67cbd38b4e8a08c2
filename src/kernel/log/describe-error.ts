const mostPlaces = 8;

/** Messages of errors may hold values (PostgreSQL's do), so only the name, the code and the places are kept. */
export function describeError(error: unknown): { readonly error: string; readonly places?: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: typeof code === 'string' && /^\w{1,40}$/.test(code) ? `${error.name} ${code}` : error.name,
    places: places.slice(0, mostPlaces).map((line) => line.trim()),
  };
}
