import type { ImageInput } from '../learner-problem.ts';
import { type InputSource, inputBase, sizeAttribute, textAttribute } from './input-source.ts';

export function imageInput(source: InputSource): ImageInput {
  return {
    ...inputBase(source),
    kind: 'imageinput',
    src: textAttribute(source, 'src'),
    alt: textAttribute(source, 'alt'),
    width: sizeAttribute(source.element, 'width') ?? 0,
    height: sizeAttribute(source.element, 'height') ?? 0,
  };
}
