/** A click into the picture of a question writes the place into the field beside it. */
document.addEventListener('click', (event) => {
  const picture = event.target instanceof HTMLImageElement ? event.target : null;
  const box = picture?.closest<HTMLElement>('[data-image-answer]');
  const field = box?.parentElement?.querySelector<HTMLInputElement>('input[type="text"]');
  if (!picture || !box || !field || field.disabled) return;
  const bounds = picture.getBoundingClientRect();
  const scale = (written: number, shown: number) => (written > 0 ? written : shown) / shown;
  const x = Math.round(
    (event.clientX - bounds.left) * scale(picture.width && Number(picture.getAttribute('width')), bounds.width),
  );
  const y = Math.round(
    (event.clientY - bounds.top) * scale(picture.height && Number(picture.getAttribute('height')), bounds.height),
  );
  field.value = `[${x},${y}]`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  mark(box, (event.clientX - bounds.left) / bounds.width, (event.clientY - bounds.top) / bounds.height);
});

/** A cross where it was clicked. The style is set by script, which the page's policy allows. */
function mark(box: HTMLElement, x: number, y: number): void {
  let cross = box.querySelector<HTMLElement>('.image-cross');
  if (!cross) {
    cross = document.createElement('span');
    cross.className = 'image-cross';
    cross.ariaHidden = 'true';
    box.append(cross);
  }
  cross.style.left = `${x * 100}%`;
  cross.style.top = `${y * 100}%`;
}
