import type { Formula } from '../author/safe-node.ts';

/** Typesets formulas; names that one of them defines hold for the following ones, as on a page of Open edX. */
export type Typesetter = (formula: Formula) => Promise<{ readonly svg: string; readonly mathml: string }>;

/** The parts of MathJax that we use; its package brings no types for them. */
interface MathJax {
  init(config: object): Promise<void>;
  readonly config: { readonly tex: object };
  readonly startup: { readonly adaptor: Adaptor; readonly output: object; readonly input: readonly object[] };
  readonly _: {
    readonly input: {
      readonly tex_ts: { readonly TeX: new (options: object) => object };
      readonly asciimath_ts: { readonly AsciiMath: new (options: object) => object };
    };
    readonly mathjax: { readonly mathjax: { document(html: string, options: object): MathDocument } };
  };
}

interface Adaptor {
  outerHTML(node: unknown): string;
  tags(node: unknown, name: string): unknown[];
}

interface MathDocument {
  convertPromise(
    source: string,
    options: { readonly display: boolean; readonly em: number; readonly ex: number },
  ): Promise<unknown>;
}

/**
 * TeX as Open edX's pages know it, without what writes HTML, loads files or reaches the page. The arrows of chemistry
 * come from the package `@mathjax/mathjax-mhchem-font-extension`, which MathJax loads by name.
 */
const packages =
  `base ams newcommand textmacros noundefined mhchem cancel color boldsymbol enclose braket extpfeil amscd
  unicode gensymb upgreek verb mathtools`.split(/\s+/);

let engine: Promise<MathJax> | null = null;

/** A typesetter with no names defined yet. The engine itself (some 60 MB) starts once, with the first formula. */
export async function startMaths(): Promise<Typesetter> {
  engine ??= startEngine();
  const mathJax = await engine;
  const { adaptor, output } = mathJax.startup;
  const documentFor = (input: object) =>
    mathJax._.mathjax.mathjax.document('', { InputJax: [input], OutputJax: output });
  // Fresh ones: what one course defines must not reach another.
  const documents = {
    tex: documentFor(new mathJax._.input.tex_ts.TeX(mathJax.config.tex)),
    asciimath: documentFor(new mathJax._.input.asciimath_ts.AsciiMath({})),
  };
  return async ({ language, source, isDisplay }) => {
    const node = await documents[language].convertPromise(source, { display: isDisplay, em: 16, ex: 8 });
    const [svg, mathml] = ['svg', 'math'].map((name) => adaptor.tags(node, name)[0]);
    return { svg: adaptor.outerHTML(svg), mathml: adaptor.outerHTML(mathml) };
  };
}

async function startEngine(): Promise<MathJax> {
  const { default: mathJax } = (await import('mathjax')) as { default: MathJax };
  const tex = ['input/tex-base', ...packages.slice(1).map((name) => `[tex]/${name}`)];
  await mathJax.init({
    loader: { load: [...tex, 'input/asciimath', 'output/svg', 'adaptors/liteDOM', 'a11y/assistive-mml'] },
    tex: { packages, formatError: throwError, maxMacros: 2_000, maxBuffer: 5_000 },
    svg: { fontCache: 'none', linebreaks: { inline: false } },
    startup: { typeset: false },
  });
  return mathJax;
}

function throwError(_jax: unknown, error: unknown): never {
  throw error;
}
