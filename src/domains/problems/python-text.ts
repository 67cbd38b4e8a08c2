import { textContent, type XmlElement } from '../../kernel/xml/index.ts';

/** Neither JavaScript nor Perl: everything else is run as Python. */
export function isPython(script: XmlElement): boolean {
  return !/javascript|perl/.test(script.attributes.type ?? '');
}

/** Python in an element. Authors escape it twice where they were not sure; the original undoes that too. */
export function pythonText(element: XmlElement): string {
  return textContent(element)
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
