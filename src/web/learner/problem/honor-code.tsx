import type { BlockReader } from '../../../domains/learning/index.ts';
import type { PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { documentHtml } from '../../public/documents/document-html.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { renderPart } from '../parts/render-part.tsx';
import { respondWithPart, wantsPart } from '../parts/swap.ts';
import { problemPlace } from '../problem-place.ts';

/** The form's field by which the Honor Code is accepted together with the answer that waits. */
export const honorCodeField = 'honor-code';

/** Asks once in a course, before the first work that counts. The answer waits in the form, so nothing is typed twice. */
export function respondWithHonorCode(
  c: SiteContext,
  at: BlockReader,
  honorCode: PolicyDocument,
  sent: URLSearchParams,
): Response {
  const { t } = c.var.words;
  const question = <Question at={at} honorCode={honorCode} sent={sent} />;
  if (wantsPart(c)) return respondWithPart(c, renderPart(c.var.words, question), t('honorCode.title'));
  return respondWithPage(c, { title: t('honorCode.title'), children: <div class="column">{question}</div> });
}

function Question({
  at,
  honorCode,
  sent,
}: {
  readonly at: BlockReader;
  readonly honorCode: PolicyDocument;
  readonly sent: URLSearchParams;
}) {
  const { t } = useWords();
  const place = problemPlace(at.block.id);
  const waiting = [...sent].filter(([name]) => name !== honorCodeField);
  return (
    <section id={place} class="panel honor-code stack" aria-labelledby={`${place}-title`}>
      <h2 id={`${place}-title`}>{t('honorCode.title')}</h2>
      <p>{t('honorCode.lead')}</p>
      {/* The site's own document, with all markup escaped. */}
      <div class="prose honor-code-text" dangerouslySetInnerHTML={{ __html: documentHtml(honorCode) }} />
      <form method="post" action={urls.answer(at.courseKey, at.block.id)} data-behaviour="swap-form">
        {waiting.map(([name, value], index) => (
          <input key={`${index} ${name}`} type="hidden" name={name} value={value} />
        ))}
        <div class="form-actions">
          <Button name={honorCodeField} value={honorCode.version} data-control="honor-code.accept">
            {t('honorCode.accept')}
          </Button>
          <a href={`${urls.unit(at.courseKey, at.unit.id)}#${place}`} data-control="honor-code.back">
            {t('honorCode.back')}
          </a>
        </div>
      </form>
    </section>
  );
}
