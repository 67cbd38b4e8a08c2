/**
 * Files that are dropped on their form are sent at once, and how much has gone is shown. Without this, they are chosen and
 * the form is sent as any other.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-behaviour="upload-files"]')) listen(form);

function listen(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[type="file"]')!;
  form.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.add('is-over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('is-over'));
  form.addEventListener('drop', (event) => {
    form.classList.remove('is-over');
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.ariaBusy !== 'true') send(form);
  });
}

function send(form: HTMLFormElement): void {
  const progress = form.querySelector('progress')!;
  const state = form.querySelector<HTMLElement>('[data-upload-state]')!;
  const request = new XMLHttpRequest();
  form.ariaBusy = 'true';
  progress.hidden = false;
  state.textContent = form.dataset.sending ?? '';
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    if (total > 0) progress.value = Math.round((100 * loaded) / total);
  });
  request.addEventListener('loadend', () => {
    form.ariaBusy = null;
    progress.hidden = true;
    state.textContent = '';
    if (request.status === 0) state.textContent = form.dataset.failed ?? '';
    else if (request.responseURL !== new URL(form.action).href) location.assign(request.responseURL);
    else show(request.responseText);
  });
  request.open('POST', form.action);
  request.send(new FormData(form));
}

/** What came of it stands on the page that the form would have led to. */
function show(page: string): void {
  const main = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  if (!main) return;
  document.querySelector('main')?.replaceWith(main);
  for (const form of main.querySelectorAll<HTMLFormElement>('form[data-behaviour="upload-files"]')) listen(form);
  main.focus();
}
