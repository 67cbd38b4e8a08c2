/** HTML elements that keep their name, with the attributes of their own that they keep. */
export const htmlElements: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...words(`abbr address b bdi big blockquote br caption cite code dd dfn div dl dt em figcaption figure hr i kbd mark p
    pre rp rt ruby s samp section small span strong sub summary sup tbody tfoot thead tr tt u ul var wbr strike`),
  ['bdo', ['dir']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['data', ['value']],
  ['del', ['datetime']],
  ['details', ['open']],
  ['ins', ['datetime']],
  ['li', ['value']],
  ['ol', ['start', 'type', 'reversed']],
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan', 'scope', 'abbr']],
  ['time', ['datetime']],
]);

/** Elements that become another: page landmarks are ours to give, and old ones have a newer word. */
export const renamedElements: Readonly<Record<string, string>> = {
  article: 'div',
  aside: 'div',
  footer: 'div',
  header: 'div',
  hgroup: 'div',
  main: 'div',
  nav: 'div',
  search: 'div',
  center: 'div',
  font: 'span',
  acronym: 'abbr',
  dir: 'ul',
  menu: 'ul',
  listing: 'pre',
  plaintext: 'pre',
  xmp: 'pre',
  label: 'span',
  button: 'span',
  fieldset: 'div',
  legend: 'p',
};

/** Elements that go with all that they hold. Any that is not named anywhere goes and leaves its children. */
export const droppedElements: ReadonlySet<string> = new Set(
  `applet audio base bgsound datalist embed frame frameset head input keygen link math meta noembed noframes object
   option param portal script select source style svg template textarea title track video`.split(/\s+/),
);

/** The parts of SVG that draw. None of them can hold HTML, load anything or run. */
export const svgElements: ReadonlySet<string> = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan defs linearGradient radialGradient stop clipPath
   marker use`.split(/\s+/),
);

export const svgAttributes: ReadonlySet<string> = new Set(
  `viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform fill fill-opacity fill-rule stroke
   stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
   opacity font-size font-family font-weight font-style text-anchor dominant-baseline dx dy offset stop-color
   stop-opacity gradientUnits gradientTransform clip-path clipPathUnits marker-start marker-mid marker-end markerWidth
   markerHeight refX refY orient preserveAspectRatio`.split(/\s+/),
);

/** MathML as browsers know it, without the elements that may hold HTML. */
export const mathElements: ReadonlySet<string> = new Set(
  `math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover
   munderover mmultiscripts mprescripts none mtable mtr mtd mfenced menclose semantics`.split(/\s+/),
);

/** Elements of MathML in which HTML could begin: they hold text only. */
export const mathTextElements: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

export const mathAttributes: ReadonlySet<string> = new Set(
  `display displaystyle scriptlevel mathvariant mathcolor mathbackground mathsize dir accent accentunder linethickness
   fence form largeop lspace rspace maxsize minsize movablelimits separator stretchy symmetric width height depth
   voffset columnspan rowspan columnalign rowalign columnspacing rowspacing columnlines rowlines frame notation open
   close separators`.split(/\s+/),
);

function words(list: string): [string, readonly string[]][] {
  return list.split(/\s+/).map((name) => [name, []]);
}
