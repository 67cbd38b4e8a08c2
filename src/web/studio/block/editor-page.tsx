import { problemTemplates } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { blockPlace } from '../parts/block-place.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { Differences } from '../parts/differences.tsx';
import { isUnused, kindName } from '../parts/kind-name.ts';
import type { Preview } from '../preview/previewer.ts';
import type { EditorView } from './editor-view.ts';
import { FormFields, type KindForm } from './form/form-fields.tsx';
import { PreviewPart } from './preview-part.tsx';
import { RichTools } from './rich-tools.tsx';
import { VideoFields } from './video-fields.tsx';
import type { VideoForm } from './video-form.ts';
import { xmlSchemaOf } from './xml-schema.ts';

export interface EditorPageProps {
  readonly view: EditorView;
  readonly preview: Preview | null;
  readonly errors?: FieldErrors;
  /** What stands in the form for videos. */
  readonly video?: VideoForm;
  /** The form of the block's kind, filled in. */
  readonly form?: KindForm;
  /** Somebody else saved the block meanwhile: what they wrote. */
  readonly theirs?: string;
}

/** A block in its editor, with what learners will see beside it. */
export function EditorPage(props: EditorPageProps) {
  const words = useWords();
  const { t, instant } = words;
  const { view, preview, errors = {}, theirs } = props;
  const { course, block, unit } = view;
  const kind = kindName(words, block.tag);
  const steps = [
    { label: unit.title, href: `${urls.studioUnit(course.courseKey, unit.id)}#${blockPlace(block.id)}` },
    { label: t('author.editing', { title: block.title }) },
  ];
  return (
    <StudioCourseFrame course={course} here="unit" steps={steps}>
      <div class="studio-editor">
        <div class="studio-editor-form">
          <h1>{t('author.editKind', { kind })}</h1>
          <ErrorSummary errors={errors} />
          {theirs === undefined ? null : <MovedOnNotice theirs={theirs} yours={view.text} />}
          {view.writers.map((name) => (
            <Notice key={name} tone="warn" title={t('author.writing', { name })}>
              <p>{t('author.writingText')}</p>
            </Notice>
          ))}
          {view.writtenAt ? (
            <p class="studio-unsaved" id="studio-unsaved">
              {t('author.unsaved', { when: instant(view.writtenAt) })}
            </p>
          ) : null}
          <NotYet tag={block.tag} />
          <KindSwitch view={view} />
          <Templates view={view} />
          <EditorForm {...props} />
          {view.kind === 'html' ? <PictureForm view={view} /> : null}
        </div>
        <PreviewPart view={view} preview={preview} />
      </div>
    </StudioCourseFrame>
  );
}

function EditorForm({ view, errors = {}, video, form, theirs }: EditorPageProps) {
  const { t } = useWords();
  const { course, block, kind, writtenAt } = view;
  return (
    <form
      class="form"
      method="post"
      action={urls.studioBlock(course.courseKey, block.id)}
      data-editor={kind}
      data-autosave={urls.studioBlockAction(course.courseKey, block.id, 'autosave')}
      data-pictures={urls.studioBlockAction(course.courseKey, block.id, 'picture/upload')}
      data-files={urls.studioFile(course.courseKey, '')}
      data-saved={t('author.autosave.kept')}
      data-waiting={t('author.autosave.waiting')}
      data-failed={t('author.autosave.failed')}
      data-schema={kind === 'xml' ? JSON.stringify(xmlSchemaOf(block.tag)) : undefined}
    >
      <input type="hidden" name="as" value={kind} />
      <input type="hidden" name="edition" value={view.edition} />
      {kind === 'xml' ? null : (
        <Field name="name" label={t('author.name')} value={form?.name ?? view.name} maxLength={300} />
      )}
      {video ? <VideoFields video={video} errors={errors} /> : null}
      {form ? <FormFields form={form} errors={errors} /> : null}
      {kind === 'video' || kind === 'form' ? null : (
        <>
          {kind === 'html' ? <RichTools /> : null}
          <LongField
            name="text"
            label={t(`author.source.${kind}`)}
            why={kind === 'html' ? undefined : t(`author.sourceWhy.${kind}`)}
            value={view.text}
            rows={kind === 'html' ? 16 : 22}
            error={errors.text}
            isRequired
          />
        </>
      )}
      <div class="form-actions">
        <Button name="action" value="save" data-control="author.save">
          {theirs === undefined ? t('author.save') : t('author.saveAnyway')}
        </Button>
        <Button name="action" value="preview" look="quiet" data-control="author.preview">
          {t('author.look')}
        </Button>
        {writtenAt ? (
          <Button name="action" value="drop" look="link" data-control="author.drop">
            {t('author.drop')}
          </Button>
        ) : (
          <a href={urls.studioUnit(course.courseKey, view.unit.id)} data-control="author.cancel">
            {t('author.cancel')}
          </a>
        )}
        <span class="studio-autosave small soft" role="status" data-autosave-state="" />
      </div>
    </form>
  );
}

/** Learners can't use every kind here yet: its author is told before the work. */
function NotYet({ tag }: { readonly tag: string }) {
  const { t } = useWords();
  if (!isUnused(tag)) return null;
  return (
    <Notice tone="note" title={t('author.notYet')}>
      <p>{t('author.notYetText')}</p>
    </Notice>
  );
}

function MovedOnNotice({ yours, theirs }: { readonly yours: string; readonly theirs: string }) {
  const { t } = useWords();
  return (
    <Notice tone="warn" title={t('author.movedOn')} isNews>
      <p>{t('author.movedOnText')}</p>
      <Differences before={theirs} after={yours} />
    </Notice>
  );
}

/** A problem as Markdown or as XML, a video as a form or as XML. */
function KindSwitch({ view: { kinds, kind, course, block } }: { readonly view: EditorView }) {
  const { t } = useWords();
  if (kinds.length < 2) return null;
  return (
    <nav class="studio-kinds" aria-label={t('author.editAs')}>
      {kinds.map((one) => (
        <a
          key={one}
          href={urls.studioBlock(course.courseKey, block.id, one)}
          aria-current={one === kind ? 'page' : undefined}
          data-control="author.edit-as"
        >
          {t(`author.as.${one}`)}
        </a>
      ))}
    </nav>
  );
}

/** For a problem that is empty: each type to begin with. */
function Templates({ view: { block, text, course } }: { readonly view: EditorView }) {
  const { t } = useWords();
  if (block.tag !== 'problem' || !isEmpty(text)) return null;
  return (
    <nav class="studio-templates" aria-labelledby="studio-templates">
      <h2 id="studio-templates">{t('author.templates')}</h2>
      <ul>
        {problemTemplates.map(({ key, kind }) => (
          <li key={key}>
            <a
              class="studio-template"
              href={`${urls.studioBlock(course.courseKey, block.id, kind)}&template=${key}`}
              data-control="author.template"
            >
              {t(`author.template.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isEmpty(text: string): boolean {
  return /^\s*(?:<problem[^>]*\/>|<problem[^>]*>\s*<\/problem>)?\s*$/.test(text);
}

/** A picture for the text: without a script it comes behind what is kept; with one it can be pasted and dropped, too. */
function PictureForm({ view: { course, block } }: { readonly view: EditorView }) {
  const { t } = useWords();
  return (
    <details class="studio-more" data-picture-form="">
      <summary>{t('author.picture.add')}</summary>
      <form
        class="form"
        method="post"
        enctype="multipart/form-data"
        action={urls.studioBlockAction(course.courseKey, block.id, 'picture/upload')}
      >
        <p class="field-why">{t('author.picture.why')}</p>
        <Field name="alt" label={t('author.rich.alt')} isRequired />
        <div class="field">
          <label for="studio-picture">{t('author.picture.file')}</label>
          <input class="input" type="file" id="studio-picture" name="file" accept="image/*" required />
        </div>
        <Button look="quiet" isSmall data-control="author.picture">
          {t('author.picture.send')}
        </Button>
      </form>
    </details>
  );
}
