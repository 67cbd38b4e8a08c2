/** Does something with each element of a kind: those of the page, and those that `swap-form` puts into it later. */
export function eachPart(selector: string, begin: (part: HTMLElement) => void): void {
  const beginIn = (root: ParentNode) => {
    for (const part of root.querySelectorAll<HTMLElement>(selector)) begin(part);
  };
  beginIn(document);
  document.addEventListener('mooc.swapped', (event) => {
    if (event.target instanceof HTMLElement) beginIn(event.target);
  });
}
