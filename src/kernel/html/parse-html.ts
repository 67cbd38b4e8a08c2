import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** No text that people read has more. */
const most_elements = 100_000;
const most_depth = 250;

/**
 * What a browser without scripts makes of HTML. Formatting that is never closed is opened anew in each paragraph, so a
 * few kilobytes can grow into millions of elements: HTML with more than 100,000 is given back as one text, as it is
 * written. What lies deeper than 250 elements is left out, so that trees may be walked by recursion.
 */
export function parseHtml(html: string): readonly HtmlNode[] {
  try {
    const fragment = parseFragment(html, { scriptingEnabled: false, treeAdapter: countingAdapter() });
    cutBelow(fragment, 0);
    return fragment.childNodes;
  } catch (error) {
    if (error instanceof TooManyElements) return [{ nodeName: '#text', value: html, parentNode: null }];
    throw error;
  }
}

class TooManyElements extends Error {}

function countingAdapter(): typeof defaultTreeAdapter {
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...given) {
      elements++;
      if (elements > most_elements) throw new TooManyElements();
      return defaultTreeAdapter.createElement(...given);
    },
  };
}

function cutBelow(parent: DefaultTreeAdapterTypes.ParentNode, depth: number): void {
  if (depth > most_depth) parent.childNodes = [];
  for (const child of parent.childNodes) if ('childNodes' in child) cutBelow(child, depth + 1);
}
