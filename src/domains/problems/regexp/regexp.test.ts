import { describe, expect, it } from 'vitest';
import { compilePattern, PatternError } from './index.ts';

const finds = (pattern: string, text: string, ignoresCase = false) => compilePattern(pattern, ignoresCase)(text);

describe('patterns in the syntax of Python', () => {
  it.each([
    ['colou?r', 'my color', true],
    ['^cat|dog$', 'catalogue', true],
    ['^cat|dog$', 'a cat', false],
    ['^(a|ab)(c|bcd)(d*)$', 'abcd', true],
    ['^a{2,3}$', 'aaaa', false],
    ['^a{,2}$', 'aa', true],
    ['^x{a}$', 'x{a}', true],
    ['^[^0-9]+$', 'abc', true],
    ['^[]a]+$', ']a', true],
    ['^[a-c-]+$', 'a-c', true],
    ['\\bcat\\b', 'the cat sat', true],
    ['\\bcat\\b', 'concatenate', false],
    ['^(?P<q>[ab])x(?P=q)$', 'axa', true],
    ['^(?P<q>[ab])x(?P=q)$', 'axb', false],
    ['^(\\w)\\1$', 'éé', true],
    ['^(?=.*salt)(?=.*pepper).*$', 'pepper and salt', true],
    ['^(?!no).*$', 'nothing', false],
    ['(?<=\\$)\\d+', '$12', true],
    ['(?<!\\$)\\b\\d+', '$12', false],
    ['^a.c$', 'a\nc', false],
    ['(?s)^a.c$', 'a\nc', true],
    ['^end$', 'end\n', true],
    ['^end\\Z', 'end\n', false],
    ['(?x) ^ a b # letters\n $', 'ab', true],
    ['^(?i:A)b$', 'ab', true],
    ['^(?i:A)b$', 'aB', false],
    ['^a++a$', 'aaa', false],
    ['^(?>a+)b$', 'aab', true],
    ['^\\d+$', '٣٤', true],
    ['^(a*)*$', 'aaaa', true],
    ['^(a*?)*?b$', 'aab', true],
    ['^(?:a|b)+?c$', 'abac', true],
    ['^\\x41\\u00e9\\.$', 'Aé.', true],
    ['^\\141[\\142]$', 'ab', true],
  ])('%s in %j: %s', (pattern, text, expected) => {
    expect(finds(pattern, text)).toBe(expected);
  });

  it('ignores case where asked, in Unicode too', () => {
    expect(finds('^ÅNG[S-T]TRÖM$', 'ångström', true)).toBe(true);
    expect(finds('^(a)\\1$', 'aA', true)).toBe(true);
    expect(finds('^[^a]$', 'A', true)).toBe(false);
  });

  it.each([
    '(',
    'a)',
    '*a',
    'a**',
    '[b-a]',
    '\\q',
    '(?P=no)',
    '\\2(a)',
    'a{3,1}',
    '(?P<n>a)(?P<n>b)',
    '[a',
    '(?z)',
    '^(?i)a',
    'a{1}{2}',
    'a|{2}',
  ])('refuses %s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
  });

  it('stops a pattern that goes wild, and soon', () => {
    const wild = compilePattern('^(a+)+$');
    const before = performance.now();
    expect(() => wild(`${'a'.repeat(40)}!`)).toThrow(/too long/);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('stops a pattern that digs too deep', () => {
    expect(() => compilePattern('^(?:ab?)*$')('a'.repeat(50_000))).toThrow(PatternError);
  });
});
