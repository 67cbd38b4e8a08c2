import { mathAttributes, mathElements, mathTextElements, svgAttributes, svgElements } from './allowed.ts';
import { authorId } from './names.ts';
import { type SafeNode, safeElement, safeText } from './safe-node.ts';
import type { Sanitising } from './sanitising.ts';
import { type SourceElement, type SourceNode, textOf } from './source-node.ts';

/** A drawing, reduced to what draws. References stay within the page. */
export function sanitiseSvg(element: SourceElement, s: Pick<Sanitising, 'styles'>): readonly SafeNode[] {
  if (!svgElements.has(element.name)) return [];
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.attributes)) {
    if (svgAttributes.has(name) && /^[^<>]*$/.test(value) && !/url\s*\(|:\/\//i.test(value)) attributes[name] = value;
    const local = /^url\(\s*["']?#([\w-]+)["']?\s*\)$/i.exec(value.trim());
    if (local && svgAttributes.has(name)) attributes[name] = `url(#${authorId(local[1]!)})`;
    if ((name === 'href' || name === 'xlink:href') && /^#[\w-]+$/.test(value))
      attributes.href = `#${authorId(value.slice(1))}`;
  }
  if (element.attributes.id) attributes.id = authorId(element.attributes.id);
  const label = element.attributes['aria-label'];
  if (element.name === 'svg')
    Object.assign(attributes, label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' });
  const styled = element.attributes.style ? s.styles.classFor(element.attributes.style) : '';
  if (styled !== '') attributes.class = styled;
  const children = element.children.flatMap((child): readonly SafeNode[] => {
    if (child.type === 'element') return sanitiseSvg(child, s);
    return child.type === 'text' && /^(text|tspan)$/.test(element.name) ? [safeText(child.text)] : [];
  });
  return [safeElement(element.name, attributes, children)];
}

/** MathML as it is, without annotations, links and actions. */
export function sanitiseMathMl(element: SourceElement): readonly SafeNode[] {
  const name = element.name.replace(/^\w+:/, '').toLowerCase();
  if (!mathElements.has(name)) return [];
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(element.attributes)) if (mathAttributes.has(key)) attributes[key] = value;
  const children = mathTextElements.has(name)
    ? [safeText(textOf(element.children))]
    : element.children.flatMap(mathChild);
  return [safeElement(name, attributes, children)];
}

function mathChild(child: SourceNode): readonly SafeNode[] {
  return child.type === 'element' ? sanitiseMathMl(child) : [];
}
