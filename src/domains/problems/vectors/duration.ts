/** "1 hour 2 minutes 3 seconds"; parts that are zero are left out. In English: a page makes its own words. */
export function durationText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [Math.floor(seconds) % 60, 'second'],
  ] as const;
  const written = parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}${count === 1 ? '' : 's'}`] : []));
  return written.length > 0 ? written.join(' ') : '0 seconds';
}
