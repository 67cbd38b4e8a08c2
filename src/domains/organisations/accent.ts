/**
 * An organisation's own colour, made fit to read: kept as it is where letters of it stand out on our papers, else darkened
 * (on light pages) or lightened (on dark ones) until they do. Its hue stays.
 */

/** The colours that a page uses for one accent. All `#rrggbb`. */
export interface AccentShades {
  readonly accent: string;
  readonly strong: string;
  /** Letters on the accent. */
  readonly on: string;
  /** A wash of it, to lie under text. */
  readonly wash: string;
  readonly line: string;
}

/** Shades for light and for dark pages. */
export interface AccentTheme {
  readonly light: AccentShades;
  readonly dark: AccentShades;
}

/** What WCAG 2.2 AA asks of text, and a little more for the rounding of colours. */
const least_contrast = 4.6;
const step = 0.005;

/** @param colour `#rrggbb` */
export function accentTheme(colour: string): AccentTheme {
  const { lightness, chroma, hue } = toOklch(colour);
  const at = (l: number, most: number) => toHex(l, Math.min(chroma, most), hue);
  const [lightWash, darkWash] = [at(0.95, 0.02), at(0.285, 0.035)];
  const light = walk(lightness, -step, (l) => at(l, 0.4), lightWash);
  const dark = walk(lightness, step, (l) => (l === lightness ? colour : at(l, 0.13)), darkWash);
  return {
    light: {
      accent: light === lightness ? colour : at(light, 0.4),
      strong: at(Math.max(0, light - 0.08), 0.4),
      on: at(0.99, 0.004),
      wash: lightWash,
      line: at(0.8, 0.045),
    },
    dark: {
      accent: dark === lightness ? colour : at(dark, 0.13),
      strong: at(Math.min(0.97, dark + 0.06), 0.13),
      on: at(0.2, 0.03),
      wash: darkWash,
      line: at(0.45, 0.05),
    },
  };
}

/** The first lightness from here on whose colour stands out on the wash. Black and white always do. */
function walk(from: number, by: number, colourAt: (lightness: number) => string, wash: string): number {
  let lightness = from;
  const isAtEnd = () => (by < 0 ? lightness <= 0 : lightness >= 1);
  while (!isAtEnd() && contrast(colourAt(lightness), wash) < least_contrast) lightness += by;
  return Math.min(1, Math.max(0, lightness));
}

/** How much two colours stand out from each other, from 1 to 21, as WCAG 2 counts it. */
export function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = toLinear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

type Triple = [number, number, number];

function toLinear(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

/** Björn Ottosson's OKLab, in its polar form: steps of lightness look even, and hues stay where they are. */
function toOklch(colour: string): { lightness: number; chroma: number; hue: number } {
  const [r, g, b] = toLinear(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { lightness, chroma: Math.hypot(a, bb), hue: Math.atan2(bb, a) };
}

/** The colour as a screen shows it; one that no screen shows is greyed until one does. */
function toHex(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; c > 0.0005; c *= 0.95) {
    const linear = fromOklch(lightness, c, hue);
    if (linear.every((value) => value >= -0.0005 && value <= 1.0005)) return hexOf(linear);
  }
  return hexOf(fromOklch(lightness, 0, hue));
}

function fromOklch(lightness: number, chroma: number, hue: number): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexOf(linear: Triple): string {
  const parts = linear.map((value) => {
    const clamped = Math.min(1, Math.max(0, value));
    const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
