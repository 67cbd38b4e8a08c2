/**
 * A search form that shows what it finds without leaving the page: the server's answer is fetched, and the part that
 * the form names is taken out of it. Without this, the form loads the page anew and shows the same.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-form]')) {
  let latest: AbortController | null = null;

  const search = async (event: Event) => {
    event.preventDefault();
    latest?.abort();
    latest = new AbortController();
    const given = [...new FormData(form)].filter(([, value]) => value !== '') as [string, string][];
    const address = `${form.action}?${new URLSearchParams(given)}`;
    try {
      const answer = await fetch(address, { signal: latest.signal });
      if (!answer.ok) throw new Error('not found out');
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const id = form.dataset.searchForm ?? '';
      const found = page.getElementById(id);
      if (!found) throw new Error('nothing to show');
      document.getElementById(id)?.replaceWith(document.adoptNode(found));
      history.replaceState(null, '', address);
    } catch (error) {
      // What can't be shown here, such as a page that says 'too often', is shown whole.
      if ((error as Error).name !== 'AbortError') location.assign(address);
    }
  };
  form.addEventListener('submit', search);
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement) void search(event);
  });
}
