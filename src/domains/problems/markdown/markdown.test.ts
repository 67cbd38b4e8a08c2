import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownFromProblem, problemFromMarkdown } from './index.ts';

const corpus = resolve(import.meta.dirname, '../../../../../shared/vectors/markdown/markdown.jsonl');

interface Case {
  id: string;
  markdown: string;
  xml: string;
  illFormed?: boolean;
}

const cases = existsSync(corpus)
  ? readFileSync(corpus, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case)
  : [];

describe.skipIf(cases.length === 0)('texts converted by the original (skipped where the corpus is absent)', () => {
  it.each(cases)('$id', ({ markdown, xml }) => {
    expect(problemFromMarkdown(markdown)).toBe(xml);
  });

  it('finds Markdown again for all but one', () => {
    const lost = cases.filter(({ illFormed, xml }) => !illFormed && markdownFromProblem(xml) === null);
    // Two hints at one choice: the second is text, and text in braces cannot be written before a hint.
    expect(lost.map(({ id }) => id)).toEqual(['md-mc-hint-two']);
  });
});

const bare = problemFromMarkdown('Which birds fly?\n\n[x] wren {{ selected: Yes. }}\n[ ] emu\n\n|| Look up. ||\n');

describe('problemFromMarkdown', () => {
  it('makes one response of a question with all that belongs to it', () => {
    expect(bare).toBe(`<problem>
<choiceresponse>
  <p>Which birds fly?</p>
<checkboxgroup>
    <choice correct="true">wren
      <choicehint selected="true">Yes.</choicehint>
</choice>
    <choice correct="false">emu</choice>
  </checkboxgroup>
</choiceresponse>
<demandhint>
  <hint>Look up.</hint>
</demandhint>
</problem>`);
  });

  it('reads numbers and texts', () => {
    expect(problemFromMarkdown('= 9.81 +- 0.02')).toContain('<responseparam type="tolerance" default="0.02"/>');
    expect(problemFromMarkdown('= Baikal\nor= Baykal')).toContain('<additional_answer answer="Baykal"/>');
    expect(problemFromMarkdown('s= 42')).toContain('<stringresponse answer="42" type="ci">');
  });

  it('keeps a line in braces that is no hint as text, where the original makes a choice "undefined" of it', () => {
    expect(problemFromMarkdown('[x] oak\n{{ lonely }}\n')).toContain('<p>{{ lonely }}</p>');
  });

  it('treats line ends of Windows like others', () => {
    const unix = 'Pick.\n\n(x) wren\n( ) emu\n\n---\n\n= Baikal\n';
    expect(problemFromMarkdown(unix.replaceAll('\n', '\r\n'))).toBe(problemFromMarkdown(unix));
  });

  it('refuses a text that no problem needs', () => {
    expect(() => problemFromMarkdown('x'.repeat(50_001))).toThrow('50000 characters');
  });
});

describe('markdownFromProblem', () => {
  it('says the question again', () => {
    expect(markdownFromProblem(bare)).toBe(
      'Which birds fly?\n\n[x] wren {{ selected: Yes. }}\n[ ] emu\n\n|| Look up. ||\n',
    );
  });

  it('keeps other markup as markup', () => {
    expect(markdownFromProblem('<problem><schematicresponse/></problem>')).toBe('<schematicresponse/>\n');
  });

  it('gives null for what Markdown cannot say', () => {
    expect(markdownFromProblem('<problem><multiplechoiceresponse partial_credit="points"/></problem>')).toBeNull();
    expect(
      markdownFromProblem('<problem><stringresponse answer="a"><textline/></stringresponse></problem>'),
    ).toBeNull();
    expect(markdownFromProblem('<html/>')).toBeNull();
    expect(markdownFromProblem('no problem <')).toBeNull();
  });

  const word = fc
    .stringMatching(/^[A-Za-z\u00c0-\u00ff][A-Za-z0-9 ,.?\u00c0-\u00ff]{0,20}[A-Za-z0-9]$/)
    .map((text) => text.replace(/ +/g, ' '));
  const hint = fc.option(word, { nil: '' }).map((text) => (text ? ` {{${text}}}` : ''));
  const lines = (mark: fc.Arbitrary<string>, feedback: fc.Arbitrary<string>) =>
    fc.array(
      fc.tuple(mark, word, feedback).map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`),
      { minLength: 1, maxLength: 5 },
    );
  const question = fc.oneof(
    lines(fc.constantFrom('(x)', '( )', '(@)', '(!x)'), hint),
    lines(fc.constantFrom('[x]', '[ ]'), fc.constantFrom('', ' {{ selected: Yes. }, { unselected: No. }}')),
    fc
      .tuple(fc.integer(), fc.nat({ max: 9 }), hint)
      .map(([n, tolerance, more]) => [`= ${n} +- ${tolerance + 1}${more}`]),
    fc
      .tuple(word, word, hint)
      .map(([first, other, more]) => [`s= ${first}${more}`, `or= ${other}`, `not= ${other}x${more}`]),
    fc
      .array(
        word.map((text) => text.replace(/,/g, 'o')),
        { minLength: 2, maxLength: 4 },
      )
      .map((names) => ['[[', `(${names[0]})`, ...names, ']]']),
  );
  const part = fc
    .tuple(word, word, question, fc.boolean())
    .map(([label, text, asked, explained]) =>
      [`>>${label}<<`, '', text, '', ...asked, '', ...(explained ? ['[explanation]', text, '[explanation]'] : [])].join(
        '\n',
      ),
    );

  it('finds Markdown for every problem that Markdown made, and it makes the same problem', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const xml = problemFromMarkdown(parts.join('\n\n---\n\n'));
        const markdown = markdownFromProblem(xml);
        expect(markdown).not.toBeNull();
        expect(problemFromMarkdown(markdown!)).toBe(xml);
      }),
    );
  });
});
