/** Lists of rows in a form, such as the answers of a poll: one more, and one further up. */
for (const rows of document.querySelectorAll<HTMLElement>('[data-rows]')) enhance(rows);

function enhance(rows: HTMLElement): void {
  const list = rows.querySelector('ol');
  for (const button of rows.querySelectorAll<HTMLElement>('button[hidden]')) button.hidden = false;
  rows.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    const row = button?.closest<HTMLElement>('[data-row]');
    if (!button || !list) return;
    if (button.hasAttribute('data-rows-add')) return addRow(list);
    if (!row) return;
    row.previousElementSibling?.before(row);
    // Moved on the page, the button has lost the focus.
    button.focus();
    rows.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function addRow(list: HTMLElement): void {
  const row = list.lastElementChild?.cloneNode(true) as HTMLElement | undefined;
  if (!row) return;
  for (const field of row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) field.value = '';
  list.append(row);
  row.querySelector('textarea')?.focus();
}
