export { parseXml } from './parse-xml.ts';
export { canonicalXml, writeChildren, writeXml } from './write-xml.ts';
export {
  childElements,
  element,
  isElement,
  text,
  textContent,
  walk,
  type XmlComment,
  type XmlElement,
  XmlError,
  type XmlInstruction,
  type XmlNode,
  type XmlText,
} from './xml.ts';
