/** The outline: menus open in their place, and what was folded stays so when a part is swapped. */
const folded = new Set<string>();

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>(
    'a[data-control="author.menu"], a[data-control="author.unfold"]',
  );
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  void open(link);
});

async function open(link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const fresh = page?.getElementById('studio-outline');
  const place = document.getElementById('studio-outline');
  if (!fresh || !place) return location.assign(link.href);
  remember(place);
  place.replaceWith(fresh);
  history.replaceState(null, '', link.href);
  fresh.dispatchEvent(new Event('mooc.swapped', { bubbles: true }));
  const row = document.getElementById(link.hash.slice(1));
  const field = row?.querySelector<HTMLInputElement>(':scope > .studio-menu input[name="name"]');
  if (field) field.select();
  else row?.querySelector<HTMLElement>('summary, a[data-control="author.menu"]')?.focus();
}

function remember(place: Element): void {
  folded.clear();
  for (const details of place.querySelectorAll('.studio-section > details:not([open])')) {
    folded.add(details.parentElement?.id ?? '');
  }
}

function foldAgain(place: Element): void {
  for (const id of folded) {
    const details = place.querySelector(`#${CSS.escape(id)} > details`);
    if (details && !details.querySelector('.studio-menu')) details.removeAttribute('open');
  }
}

document.addEventListener('submit', () => {
  const place = document.getElementById('studio-outline');
  if (place) remember(place);
});
document.addEventListener('mooc.swapped', (event) => foldAgain(event.target as Element));
