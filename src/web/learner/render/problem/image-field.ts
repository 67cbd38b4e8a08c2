import type { ImageAreas, ImageInput } from '../../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { nodesMarkup } from '../author/author-markup.ts';
import type { Compiling } from './compiling.ts';
import type { Field } from './field.ts';
import { withoutMarks } from './template.ts';

/** A picture to click on; without a script, or without a mouse, its place is typed into the field. */
export async function imageField(input: ImageInput, field: Field, c: Compiling): Promise<string> {
  const { t } = c.words;
  const size: Record<string, string> =
    input.width && input.height ? { width: String(input.width), height: String(input.height) } : {};
  const attributes = { src: withoutMarks(input.src), alt: withoutMarks(input.alt) || t('problem.imageAlt'), ...size };
  const picture = await nodesMarkup([{ type: 'element', name: 'img', attributes, children: [] }], 3, c.rendering);
  c.rendering.scripts.add('image-answer');
  const value = c.slot({ type: 'value', id: input.id, start: '' });
  const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(picture)?.[1]));
  const areas = width && height ? c.slot({ type: 'areas', id: input.id, width, height }) : '';
  return `<div class="image-answer" data-image-answer>${picture}${areas}</div><p class="input-help" id="${field.id}-help">${escapeMarkup(t('problem.image'))}</p><input type="text" ${field.ids.replace('aria-describedby="', `aria-describedby="${field.id}-help `)} size="16" value="${value}" autocomplete="off">`;
}

/** The right areas over a picture. They are said in words below it as well. */
export function areasMarkup(areas: ImageAreas | undefined, width: number, height: number): string {
  if (!areas) return '';
  const rectangles = areas.rectangles.map(
    ([[x1, y1], [x2, y2]]) =>
      `<rect x="${x1}" y="${y1}" width="${Math.max(0, x2 - x1)}" height="${Math.max(0, y2 - y1)}"/>`,
  );
  const regions = areas.regions.map((hull) => `<polygon points="${hull.map((point) => point.join()).join(' ')}"/>`);
  return `<svg class="image-areas" viewBox="0 0 ${width} ${height}" aria-hidden="true">${rectangles.join('')}${regions.join('')}</svg>`;
}
