import type { OutlineBlock } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';

/** What else is to be seen at a glance: when it opens and is due, whether it is graded, who is kept from it. */
export function BlockFacts({ block }: { readonly block: OutlineBlock }) {
  const { t, instant } = useWords();
  const { own, format, isGraded, removed, tag, components } = block;
  const facts: string[] = [];
  if (isGraded && format && tag === 'sequential') facts.push(t('author.fact.graded', { format }));
  if (own.start && tag !== 'course') facts.push(t('author.fact.opens', { when: instant(new Date(own.start)) }));
  if (own.due) facts.push(t('author.fact.due', { when: instant(new Date(own.due)) }));
  if (block.isHiddenFromContents) facts.push(t('author.fact.hidden'));
  if (tag === 'vertical') facts.push(t('author.fact.components', { count: components }));
  if (removed > 0) facts.push(t('author.fact.removed', { count: removed }));
  return (
    <span class="studio-facts">
      {own.isStaffOnly ? <span class="badge badge-staff">{t('author.fact.staffOnly')}</span> : null}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}
