import { element, parseXml, writeXml, type XmlElement, XmlError } from '../../../../kernel/xml/index.ts';
import type { EditorView } from '../editor-view.ts';
import type { KindForm } from './form-fields.tsx';
import { sentValues, valuesOf, withValues } from './form-values.ts';
import { formOf } from './kind-forms.ts';

/** The form of the block's kind, with what was sent or else what the XML says; null where the editor is another one. */
export function kindFormOf(view: EditorView, sent?: URLSearchParams): KindForm | null {
  const fields = view.kind === 'form' ? formOf(view.block.tag) : null;
  if (!fields) return null;
  const { attributes } = elementOf(view);
  const values = sent ? sentValues(fields, sent) : valuesOf(fields, attributes);
  const name = sent?.get('name') ?? attributes.display_name ?? '';
  return { fields, values, name, known: view.known };
}

/** The block's XML with what was sent; all that the form does not know stays. What says the same is the same text. */
export function writeKindForm(view: EditorView, sent: URLSearchParams, now_ms: number): string {
  const fields = formOf(view.block.tag) ?? [];
  const block = elementOf(view);
  const name = (sent.get('name') ?? '').trim().slice(0, 300).toWellFormed();
  const { display_name: was = '', ...kept } = block.attributes;
  const named = name === was ? block.attributes : { ...(name && { display_name: name }), ...kept };
  // Open edX's own editor names answers by the moment at which they were added.
  const attributes = withValues(fields, named, sentValues(fields, sent), (at) => String(now_ms + at));
  const isSame = JSON.stringify(attributes) === JSON.stringify(block.attributes);
  return isSame ? view.text : writeXml({ ...block, attributes });
}

function elementOf({ text, block }: EditorView): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) return element(block.tag);
    throw error;
  }
}
