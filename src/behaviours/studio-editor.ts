/**
 * Keeps what an author writes, a moment after each pause, on the server: it survives a closed tab. What comes back is what
 * learners would see. Without a network it says so, tries again, and holds on to the page.
 */
const pause_ms = 1_200;
const again_ms = 5_000;

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) watch(form);

function watch(form: HTMLFormElement): void {
  let timer = 0;
  let isWaiting = false;
  let isSending = false;

  const say = (text: string | undefined) => {
    const place = form.querySelector('[data-autosave-state]');
    if (place) place.textContent = text ?? '';
  };

  const later = (wait_ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void send(), wait_ms);
  };

  const send = async () => {
    if (isSending) return later(pause_ms);
    isSending = true;
    isWaiting = false;
    try {
      const body = new URLSearchParams(new FormData(form) as unknown as URLSearchParams);
      const answer = await fetch(form.dataset.autosave ?? '', { method: 'POST', body, headers: { 'x-part': '1' } });
      if (!answer.ok) throw new Error(String(answer.status));
      show(await answer.text());
      if (!isWaiting) say(form.dataset.saved);
    } catch {
      isWaiting = true;
      say(form.dataset.failed);
      later(again_ms);
    } finally {
      isSending = false;
    }
  };

  form.addEventListener('input', () => {
    isWaiting = true;
    say(form.dataset.waiting);
    later(pause_ms);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    isWaiting = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (isWaiting) event.preventDefault();
  });
}

function show(html: string): void {
  const place = document.getElementById('studio-preview');
  const template = document.createElement('template');
  template.innerHTML = html;
  const fresh = template.content.querySelector('#studio-preview');
  if (!place || !fresh || place.contains(document.activeElement)) return;
  place.replaceWith(fresh);
  fresh.dispatchEvent(new Event('mooc.swapped', { bubbles: true }));
}
