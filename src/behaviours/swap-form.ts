/**
 * Forms that change a part of the page: the server's answer takes the part's place, and what it says is read out. The
 * part is the element around the form that has an id, else the form itself. Without this, the form loads the page anew
 * and shows the same.
 */
const voice = document.createElement('div');
voice.setAttribute('role', 'status');
voice.className = 'only-heard';
document.body.append(voice);

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.behaviour !== 'swap-form') return;
  event.preventDefault();
  void send(form, event.submitter as HTMLButtonElement | null);
});

async function send(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  const sent = new URLSearchParams(new FormData(form, button) as unknown as URLSearchParams);
  try {
    // A button named `action` hides the property.
    const answer = await fetch(form.getAttribute('action') ?? '', {
      method: 'POST',
      body: sent,
      headers: { 'x-part': '1' },
    });
    const said = answer.headers.get('x-said');
    if (answer.ok && said !== null) {
      swap(form, await answer.text(), button);
      voice.textContent = decodeURIComponent(said);
    } else if (answer.redirected) {
      // To sign in again, say.
      location.assign(answer.url);
    } else {
      complain(form, await answer.text());
    }
  } finally {
    form.ariaBusy = null;
  }
}

/** What a whole page would have said, such as 'too often', stands in the form. */
function complain(form: HTMLFormElement, page: string): void {
  const main = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  const words = document.createElement('p');
  words.className = 'swap-complaint';
  words.role = 'alert';
  words.textContent = [...(main?.querySelectorAll('h1, p:not(:has(a))') ?? [])]
    .map((part) => part.textContent?.trim())
    .join(' ');
  form.querySelector('.swap-complaint')?.remove();
  form.append(words);
}

/** The focus goes on where it was: to the button that was pressed, or to the part when that button is gone. */
function swap(form: HTMLFormElement, html: string, button: HTMLButtonElement | null): void {
  const part = form.closest<HTMLElement>('section[id]') ?? form;
  const template = document.createElement('template');
  template.innerHTML = html;
  const fresh = [...template.content.children].find((child): child is HTMLElement => !child.matches('link'));
  if (!fresh) return;
  part.replaceWith(fresh);
  fresh.dispatchEvent(new Event('mooc.swapped', { bubbles: true }));
  const again =
    button && fresh.querySelector<HTMLElement>(`button[name="${button.name}"][value="${CSS.escape(button.value)}"]`);
  const first = again ?? fresh.querySelector<HTMLElement>('button');
  if (!first) fresh.tabIndex = -1;
  (first ?? fresh).focus({ preventScroll: true });
}
