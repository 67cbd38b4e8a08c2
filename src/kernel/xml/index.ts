export { parseXml } from './parse-xml.ts';
export { canonicalXml, writeChildren, writeXml } from './write-xml.ts';
export {
  childElements,
  element,
  isElement,
  text,
  textContent,
  walk,
  type XmlElement,
  XmlError,
  type XmlNode,
} from './xml.ts';
