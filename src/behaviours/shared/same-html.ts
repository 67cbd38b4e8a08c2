/** HTML in one writing, so that two can be compared: what reads the same is the same. */
export function plainHtml(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const [old, name] of [
    ['b', 'strong'],
    ['i', 'em'],
    ['strike', 's'],
    ['del', 's'],
  ] as const) {
    for (const element of [...body.querySelectorAll(old)]) rename(element, name);
  }
  unwrapItems(body);
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const empty: Text[] = [];
  for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
    if (node.parentElement?.closest('pre')) continue;
    node.data = node.data.replace(/\s+/g, ' ');
    if (node.data.trim() === '' && !isInline(node.previousSibling) && !isInline(node.nextSibling)) empty.push(node);
    else if (!isInline(node.previousSibling)) node.data = node.data.trimStart();
    if (!isInline(node.nextSibling)) node.data = node.data.trimEnd();
  }
  for (const node of empty) node.remove();
  return body.innerHTML;
}

/** An item with one paragraph and nothing else needs none. */
export function unwrapItems(root: ParentNode): void {
  for (const item of root.querySelectorAll('li')) {
    const [first, ...others] = item.children;
    if (first?.localName !== 'p' || first.attributes.length > 0) continue;
    if (others.every(({ localName }) => localName === 'ul' || localName === 'ol'))
      first.replaceWith(...first.childNodes);
  }
}

function rename(element: Element, name: string): void {
  const other = document.createElement(name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

const blocks =
  /^(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;

function isInline(node: Node | null): boolean {
  return node !== null && !(node instanceof Element && blocks.test(node.localName));
}
