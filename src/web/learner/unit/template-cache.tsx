import { LRUCache } from 'lru-cache';
import type { VNode } from 'preact';
import type { Kept, Outline, OutlineUnit } from '../../../domains/learning/index.ts';
import type { DocumentNews } from '../../../domains/policy/index.ts';
import { sheetHref } from '../../assets/style-sheet.ts';
import type { Words } from '../../i18n.ts';
import { renderPage } from '../../layout/page.tsx';
import type { BrowserAssets, Reader } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { DoneMark } from '../parts/done-mark.tsx';
import { renderPart } from '../parts/render-part.tsx';
import type { RenderedUnit } from '../render/index.ts';
import { type PageTemplate, startPunching } from './page-template.ts';
import { BookmarkForm, WatchedForm } from './unit-forms.tsx';
import type { PageHole, UnitFrame } from './unit-frame.ts';
import { UnitPage } from './unit-page.tsx';

export type UnitTemplate = PageTemplate<PageHole>;

/** What a template depends on; the reader only by what all of their kind share. */
export interface TemplateWish {
  readonly words: Words;
  readonly reader: Reader;
  readonly assets: BrowserAssets;
  readonly siteName: string;
  readonly news: readonly DocumentNews[];
  /** Whether the browser shall say what is used on the page. */
  readonly isRecorded: boolean;
  readonly outline: Outline;
  readonly unit: OutlineUnit;
  readonly kept: Kept<RenderedUnit>;
  /** Behaviours that the problems need. */
  readonly scripts: readonly string[];
}

/** For each kind of reader of a course. */
const most_bytes = 32_000_000;

/** Whole pages of units, rendered once for all readers of a kind: the outline object says which kind and when. */
export function createTemplateCache(): (wish: TemplateWish) => UnitTemplate {
  const byOutline = new WeakMap<Outline, LRUCache<string, UnitTemplate>>();
  return (wish) => {
    const { words, reader, news, isRecorded, outline, kept, scripts } = wish;
    let templates = byOutline.get(outline);
    if (!templates) {
      templates = new LRUCache({ maxSize: most_bytes, sizeCalculation: ({ size_bytes }) => size_bytes });
      byOutline.set(outline, templates);
    }
    const told = `${reader.standing} ${news.map(({ version }) => version).join()} ${isRecorded}`;
    const key = `${kept.key} ${words.language} ${words.timeZone} ${told} ${scripts.join()}`;
    let template = templates.get(key);
    if (!template) {
      template = makeTemplate(wish);
      templates.set(key, template);
    }
    return template;
  };
}

function makeTemplate(wish: TemplateWish): UnitTemplate {
  const { words, reader, assets, siteName, news, isRecorded, outline, unit, kept, scripts } = wish;
  const punch = startPunching<PageHole>();
  const { courseKey, title } = outline.version;
  const subsection = outline.sections
    .flatMap(({ subsections }) => subsections)
    .find(({ id }) => id === unit.subsection.id);
  const part = (element: VNode) => renderPart(words, element);
  const ticks = { yes: part(<DoneMark isDone />), no: part(<DoneMark isDone={false} />) };
  const bookmark = (isBookmarked: boolean) =>
    part(<BookmarkForm courseKey={courseKey} unitId={unit.id} isBookmarked={isBookmarked} />);
  const frame: UnitFrame = {
    outline,
    unit,
    due: subsection?.due ?? null,
    format: subsection?.format ?? null,
    styleHref: sheetHref(kept.unit.css),
    content: () => punch.hole({ type: 'content' }),
    done: (step) => punch.hole({ type: 'done', unit: step, ...ticks }),
    bookmark: () => punch.hole({ type: 'bookmark', yes: bookmark(true), no: bookmark(false) }),
    watched: () => punch.hole({ type: 'watched', form: part(<WatchedForm courseKey={courseKey} unitId={unit.id} />) }),
  };
  const html = renderPage(
    { words, reader, assets, siteName, news, isRecorded, here: urls.unit(courseKey, unit.id) },
    {
      title: `${unit.title} · ${title}`,
      scripts: [...new Set(['swap-form', ...kept.unit.scripts, ...scripts])],
      isWide: true,
      children: <UnitPage frame={frame} />,
    },
  );
  return punch.cut(html, (hole) =>
    hole.type === 'content'
      ? kept.unit.segments.map((piece) => (typeof piece === 'string' ? piece : { type: 'piece', piece }))
      : [hole],
  );
}
