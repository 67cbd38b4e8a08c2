/** Shows what is typed as the formula that it means, a moment after the last key. */
const wait_ms = 400;
let clock: ReturnType<typeof setTimeout> | undefined;
let latest: AbortController | null = null;

document.addEventListener('input', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || !field.dataset.preview) return;
  clearTimeout(clock);
  clock = setTimeout(() => void show(field), wait_ms);
});

async function show(field: HTMLInputElement): Promise<void> {
  const place = field.closest('.problem-input')?.querySelector('output');
  const { preview = '', previewUrl = '' } = field.dataset;
  if (!place) return;
  latest?.abort();
  latest = new AbortController();
  const body = new URLSearchParams({ kind: preview, text: field.value });
  try {
    const answer =
      field.value.trim() === '' ? null : await fetch(previewUrl, { method: 'POST', body, signal: latest.signal });
    // Made by the site out of the letters that were typed, through the same sieve as an author's formulas.
    place.innerHTML = answer?.ok ? await answer.text() : '';
  } catch (error) {
    if ((error as Error).name !== 'AbortError') place.textContent = '';
  }
}
