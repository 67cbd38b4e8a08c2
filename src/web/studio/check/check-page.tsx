import type { Remark } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { StudioCourseFrame } from '../parts/course-frame.tsx';
import { kindName } from '../parts/kind-name.ts';
import type { AskedPublication, CheckView, RemarkGroup } from './check-view.ts';

/** What the check says of a course, by unit, each with the way to where it is mended. */
export function CheckPage({ view }: { readonly view: CheckView }) {
  const { t } = useWords();
  const { course, check, groups, left, asked } = view;
  const { errors, warnings, blocks, untried } = check;
  const isWell = errors + warnings === 0;
  return (
    <StudioCourseFrame course={course} here="check" steps={[{ label: t('author.check') }]}>
      <header class="studio-head">
        <h1>{t('author.check.title')}</h1>
        {isWell ? null : <p class="lead figures">{t('author.check.result', { errors, warnings, blocks })}</p>}
        {isWell ? null : <p class="studio-remarks-intro soft">{t('author.check.intro')}</p>}
      </header>
      {asked ? <AskOnceMore asked={asked} courseKey={course.courseKey} errors={errors} /> : null}
      {isWell ? (
        <EmptyState title={t('author.check.well.title')} text={t('author.check.well.text', { blocks })} />
      ) : null}
      {untried > 0 ? <Notice>{t('author.check.untried', { count: untried })}</Notice> : null}
      {groups.map((group) => (
        <Group key={group.remarks[0]!.blockId} group={group} view={view} />
      ))}
      {left > 0 ? <p class="soft">{t('author.check.more', { count: left })}</p> : null}
    </StudioCourseFrame>
  );
}

function AskOnceMore({
  asked,
  courseKey,
  errors,
}: {
  readonly asked: AskedPublication;
  readonly courseKey: string;
  readonly errors: number;
}) {
  const { t } = useWords();
  const { blockId, hash, back, title } = asked;
  return (
    <Notice tone="warn" title={t('author.check.sure.title', { count: errors })} isNews>
      <p>{t('author.check.sure.text', { title })}</p>
      <form method="post" action={urls.studioEdit(courseKey, 'publish')}>
        {Object.entries({ block: blockId, hash, back, sure: 'yes' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look="quiet" isSmall data-control="author.check-publish">
          {t('author.check.sure.publish')}
        </Button>
      </form>
    </Notice>
  );
}

function Group({ group, view }: { readonly group: RemarkGroup; readonly view: CheckView }) {
  const { t } = useWords();
  const { at, above, remarks } = group;
  const { language } = view.course;
  return (
    <section class="studio-remarks">
      <header>
        {above.length > 0 ? (
          <p class="small soft" lang={language} dir="auto">
            {above.join(' › ')}
          </p>
        ) : null}
        {at ? (
          <h2 lang={language} dir="auto">
            {at.title}
          </h2>
        ) : (
          <h2>{t('author.check.course')}</h2>
        )}
      </header>
      <ul>
        {remarks.map((remark) => (
          <RemarkLine key={`${remark.blockId} ${remark.code}`} remark={remark} view={view} />
        ))}
      </ul>
    </section>
  );
}

function RemarkLine({ remark, view }: { readonly remark: Remark; readonly view: CheckView }) {
  const words = useWords();
  const { t } = words;
  const { level, code, tag, title, details, times } = remark;
  const { course, mayEdit } = view;
  return (
    <li class={`studio-remark studio-remark-${level}`}>
      <Icon name={level === 'error' ? 'bad' : 'warn'} />
      <div>
        <p class="studio-remark-what">
          <span class="only-heard">{`${t(`author.check.level.${level}`)}: `}</span>
          {t(`author.check.what.${code}`)}
          {times > 1 ? <span class="soft figures"> {t('author.check.times', { count: times })}</span> : null}
        </p>
        {details.length > 0 ? (
          <ul class="studio-remark-details" lang={course.language}>
            {details.map((detail) => (
              <li key={detail} dir="auto">
                {detail}
              </li>
            ))}
          </ul>
        ) : null}
        <p class="small soft">{t(`author.check.mend.${code}`)}</p>
      </div>
      <p class="studio-remark-block">
        <a
          href={addressOf(course.courseKey, remark, mayEdit)}
          lang={course.language}
          dir="auto"
          data-control="author.check-block"
        >
          {title}
        </a>
        <span class="small soft">{kindName(words, tag)}</span>
      </p>
    </li>
  );
}

const structure = new Set(['course', 'chapter', 'sequential']);

/** Where the block is mended; who may not looks at its unit. */
function addressOf(courseKey: string, { blockId, tag, at }: Remark, mayEdit: boolean): string {
  if (structure.has(tag))
    return mayEdit ? urls.studioBlockAction(courseKey, blockId, 'settings') : urls.studioOutline(courseKey);
  if (mayEdit && tag !== 'vertical') return urls.studioBlock(courseKey, blockId);
  return at ? urls.studioUnit(courseKey, at.id) : urls.studioOutline(courseKey);
}
