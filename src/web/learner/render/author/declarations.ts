import { type CssNode, type Declaration, generate, lexer, parse, walk } from 'css-tree';

/** What authors may set. Nothing here can load a file, leave the author's box or cover what is ours. */
const properties: ReadonlySet<string> = new Set(
  `align-content align-items align-self background background-color border border-block border-block-end
   border-block-start border-bottom border-bottom-color border-bottom-left-radius border-bottom-right-radius
   border-bottom-style border-bottom-width border-collapse border-color border-inline border-inline-end
   border-inline-start border-left border-left-color border-left-style border-left-width border-radius border-right
   border-right-color border-right-style border-right-width border-spacing border-style border-top border-top-color
   border-top-left-radius border-top-right-radius border-top-style border-top-width border-width bottom box-shadow
   box-sizing break-inside caption-side clear color column-count column-gap column-rule columns column-width direction
   display empty-cells fill flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-kerning
   font-size font-stretch font-style font-variant font-weight gap grid-column grid-gap grid-row grid-template-columns
   grid-template-rows height hyphens justify-content justify-items justify-self left letter-spacing line-height
   list-style list-style-position list-style-type margin margin-block margin-block-end margin-block-start margin-bottom
   margin-inline margin-inline-end margin-inline-start margin-left margin-right margin-top max-height max-width
   min-height min-width object-fit object-position opacity order outline overflow overflow-wrap overflow-x overflow-y padding padding-block padding-bottom padding-inline padding-left padding-right
   padding-top place-items position right row-gap stroke table-layout text-align text-align-last text-decoration
   text-decoration-color text-decoration-line text-decoration-style text-indent text-overflow text-shadow
   text-transform text-underline-offset top unicode-bidi vertical-align visibility white-space width word-break
   word-spacing word-wrap`.split(/\s+/),
);

const functions: ReadonlySet<string> = new Set(
  `rgb rgba hsl hsla hwb lab lch oklab oklch calc min max clamp repeat minmax linear-gradient radial-gradient`.split(
    ' ',
  ),
);

const values: Readonly<Record<string, (value: string) => boolean>> = {
  position: (value) => value === 'static' || value === 'relative' || value === 'absolute',
  visibility: (value) => value === 'visible' || value === 'hidden',
};

const longest_chars = 10_000;

/** The declarations of a `style` attribute that may stay, each as `property:value`. */
export function readDeclarations(source: string): readonly string[] {
  if (source.length > longest_chars || isTooDeep(source)) return [];
  const list = parse(source, { context: 'declarationList', onParseError: () => {} });
  const kept: string[] = [];
  walk(list, (node) => {
    if (node.type === 'Declaration') kept.push(...keptDeclaration(node));
  });
  return kept;
}

const most_depth = 200;

/** Brackets within brackets are read by recursion, so there is an end to them. */
export function isTooDeep(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if (sign === '(') depth++;
    else if (sign === ')' && depth > 0) depth--;
    if (depth > most_depth) return true;
  }
  return false;
}

/** A declaration as it may stay, in one line or two; nothing when it may not. */
export function keptDeclaration({ property, value }: Declaration): readonly string[] {
  const name = property.toLowerCase();
  if (!properties.has(name) || !isHarmless(value) || lexer.matchProperty(name, value).error) return [];
  const text = generate(value);
  if (values[name]?.(text.toLowerCase()) === false) return [];
  const inDark = darkValue(name, text);
  return inDark ? [`${name}:${text}`, `${name}:light-dark(${text},${inDark})`] : [`${name}:${text}`];
}

function isHarmless(value: CssNode): boolean {
  let harmless = true;
  walk(value, (node) => {
    if (node.type === 'Function') harmless &&= functions.has(node.name.toLowerCase());
    else if (node.type === 'Url' || node.type === 'Raw') harmless = false;
  });
  return harmless;
}

const keywords = new Set([
  'inherit',
  'initial',
  'unset',
  'revert',
  'revert-layer',
  'currentcolor',
  'transparent',
  'none',
]);

/**
 * Authors think of a white page. On a dark one their inks become light and their papers dark, with the hue kept, so that
 * whatever stands on whatever stays readable. A browser that doesn't know these functions keeps the author's colour.
 */
function darkValue(property: string, value: string): string | null {
  if (keywords.has(value.toLowerCase()) || !isOneColour(value)) return null;
  if (property === 'color' || property === 'fill') return `oklch(from ${value} clamp(.76,l,.96) c h)`;
  if (property === 'background-color' || property === 'background') {
    return `oklch(from ${value} clamp(.2,calc(.2 + (1 - l)*.35),.42) calc(c*.7) h/alpha)`;
  }
  return null;
}

function isOneColour(value: string): boolean {
  return !lexer.match('<color>', value).error;
}
