import { describe, expect, it } from 'vitest';
import { canonicalXml, parseXml, writeXml, XmlError } from './index.ts';

describe('reading and writing XML', () => {
  it('keeps order, mixed text, comments and CDATA', () => {
    const source = '<a x="1"><!-- why -->one <b/> two<![CDATA[ 1 < 2 ]]></a>';
    expect(writeXml(parseXml(source))).toBe(source);
  });

  it('knows the line of each element', () => {
    const root = parseXml('<a>\n  <b\n x="1"/>\n</a>');
    expect(root.children.find((c) => c.type === 'element')).toMatchObject({ name: 'b', line: 2 });
  });

  it('knows the named characters of HTML', () => {
    expect(writeXml(parseXml('<p>a&nbsp;b &mdash; c</p>'))).toBe('<p>a\u00a0b — c</p>');
  });

  it('says where a source is broken', () => {
    expect(() => parseXml('<a>\n<b></a>')).toThrow(XmlError);
    try {
      parseXml('<a>\n<b></a>');
    } catch (error) {
      expect(error).toMatchObject({ line: 2 });
    }
  });

  it('expands no entities of a DTD and loads none from outside', () => {
    expect(() => parseXml('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>')).toThrow(/undefined entity/);
    expect(() => parseXml('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')).toThrow(XmlError);
  });

  it('refuses a tower of elements', () => {
    expect(() => parseXml('<a>'.repeat(10_000))).toThrow(/nested deeper/);
  });

  it('has one canonical form for sources that mean the same', () => {
    const one = canonicalXml(parseXml(`<a y='2' x="&lt;1"><b></b><![CDATA[&]]></a>`));
    const two = canonicalXml(parseXml('<a x="&#60;1" y="2"><b/>&amp;</a>'));
    expect(one).toBe(two);
  });
});
