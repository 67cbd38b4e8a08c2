import type { ComponentChildren } from 'preact';
import type { OutlineBlock } from '../../../domains/studio/index.ts';
import type { ControlId } from '../../controls.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import type { OutlineView } from './outline-view.ts';

/** All that can be done with one block of the outline. */
export function BlockMenu({ block, view }: { readonly block: OutlineBlock; readonly view: OutlineView }) {
  const { t } = useWords();
  const { courseKey } = view.outline;
  return (
    <div class="studio-menu">
      <form
        class="studio-rename"
        method="post"
        action={urls.studioEdit(courseKey, 'rename')}
        data-behaviour="swap-form"
      >
        <input type="hidden" name="block" value={block.id} />
        <input type="hidden" name="edition" value={block.edition} />
        <label for="studio-name">{t('author.name')}</label>
        <input class="input" id="studio-name" name="name" value={block.title} maxLength={300} dir="auto" autofocus />
        <Button isSmall data-control="author.rename">
          {t('author.rename')}
        </Button>
      </form>
      <MoveTo block={block} view={view} />
      <div class="studio-menu-row">
        <ButtonLink
          href={urls.studioBlockAction(courseKey, block.id, 'settings')}
          look="quiet"
          isSmall
          data-control="author.settings"
        >
          {t('author.settings')}
        </ButtonLink>
        <Ask block={block} courseKey={courseKey} what="copy" control="author.copy">
          {t('author.copy')}
        </Ask>
        <Ask block={block} courseKey={courseKey} what="cut" control="author.cut">
          {t('author.cut')}
        </Ask>
        {block.state !== 'published' && view.may.publish ? (
          <Ask block={block} courseKey={courseKey} what="publish" control="author.publish">
            {t('author.publish')}
          </Ask>
        ) : null}
        {block.state === 'changed' ? (
          <Ask block={block} courseKey={courseKey} what="discard" control="author.discard">
            {t('author.discard')}
          </Ask>
        ) : null}
        <Ask block={block} courseKey={courseKey} what="delete" control="author.delete" look="danger">
          {t('author.delete')}
        </Ask>
      </div>
    </div>
  );
}

function Ask({
  block,
  courseKey,
  what,
  control,
  look = 'quiet',
  children,
}: {
  readonly block: OutlineBlock;
  readonly courseKey: string;
  readonly what: string;
  readonly control: ControlId;
  readonly look?: 'quiet' | 'danger';
  readonly children: ComponentChildren;
}) {
  return (
    <form method="post" action={urls.studioEdit(courseKey, what)} data-behaviour="swap-form">
      <input type="hidden" name="block" value={block.id} />
      <input type="hidden" name="hash" value={block.hash} />
      <Button look={look} isSmall data-control={control}>
        {children}
      </Button>
    </form>
  );
}

/** Into another section or subsection, by a list: what dragging does, for everybody. */
function MoveTo({ block, view }: { readonly block: OutlineBlock; readonly view: OutlineView }) {
  const { t } = useWords();
  const { courseKey, root } = view.outline;
  const places =
    block.tag === 'sequential'
      ? root.children.map((section) => ({ id: section.id, title: section.title, children: section.children }))
      : block.tag === 'chapter'
        ? []
        : root.children.flatMap((section) =>
            section.children.map(({ id, title, children }) => ({ id, children, title: `${section.title} › ${title}` })),
          );
  if (places.length < 2) return null;
  return (
    <form class="studio-move-to" method="post" action={urls.studioEdit(courseKey, 'move')} data-behaviour="swap-form">
      <input type="hidden" name="block" value={block.id} />
      <label for="studio-move-to">{t('author.moveTo')}</label>
      <select class="input" id="studio-move-to" name="parent">
        {places.map(({ id, title, children }) => (
          <option key={id} value={id} selected={children.some((child) => child.id === block.id)}>
            {title}
          </option>
        ))}
      </select>
      <Button look="quiet" isSmall data-control="author.move-to">
        {t('author.moveThere')}
      </Button>
    </form>
  );
}
