import { type Learner, lookAtLearners, unenrol } from '../../../domains/enrolment/index.ts';
import { useWords } from '../../i18n.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import { readPage } from '../../request/read-page.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import { respondWithCourse } from '../parts/respond-with-course.tsx';
import type { StudioRoutes } from '../studio-site.ts';

const pattern = '/studio/courses/:courseKey/enrolment';

/** Who takes a course, for its team. */
export const learnersRoutes: StudioRoutes = (studio, powers) => {
  const { database } = powers;

  studio.get(`${pattern}/learners`, 'course.learners', async (c, place) => {
    const courseKey = place.course.key;
    const text = (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 100);
    const page = readPage(c.req.query('page'));
    const by = { personId: place.reader.personId, role: 'courseTeam' };
    const found = await database.write('provide', (w) => lookAtLearners(w, { courseKey, text, page }, by));
    const { t } = c.var.words;
    const title = t('enrolment.learners');
    return respondWithCourse(c, powers, place, {
      here: 'enrolment',
      title,
      lead: t('enrolment.learnersLead'),
      steps: [{ label: t('author.enrolment'), href: urls.studioEnrolment(courseKey) }, { label: title }],
      children: <LearnersPage {...found} courseKey={courseKey} text={text} page={page} />,
    });
  });

  studio.post(`${pattern}/unenrol`, 'course.learners', async (c, { course }) => {
    const { learner } = await readForm(c, ['learner'], 100);
    // Who left by themselves meanwhile is out of the course, too.
    await database.write('provide', (w) => unenrol(w, course.key, learner));
    return backDone(c, urls.studioLearners(course.key));
  });
};

function LearnersPage({
  courseKey,
  learners,
  text,
  page,
  pages,
}: {
  readonly courseKey: string;
  readonly learners: readonly Learner[];
  readonly text: string;
  readonly page: number;
  readonly pages: number;
}) {
  const { t } = useWords();
  return (
    <>
      <form class="form form-narrow" method="get" action={urls.studioLearners(courseKey)}>
        <Field name="q" type="search" label={t('enrolment.learnersSearch')} value={text} maxLength={100} />
        <Button look="quiet" data-control="enrolment.search">
          {t('catalogue.search')}
        </Button>
      </form>
      {learners.length === 0 ? (
        <EmptyState title={t('enrolment.learner.none')} text={t('enrolment.learner.noneText')} />
      ) : (
        <ul class="studio-rows">
          {learners.map((learner) => (
            <LearnerRow key={learner.handle} courseKey={courseKey} learner={learner} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => urls.studioLearners(courseKey, text, to)} />
    </>
  );
}

function LearnerRow({ courseKey, learner }: { readonly courseKey: string; readonly learner: Learner }) {
  const { t, day } = useWords();
  const { name, handle, enrolled_at } = learner;
  return (
    <li>
      <div>
        <h2 dir="auto">{name}</h2>
        <p class="small soft">{t('enrolment.learner.since', { day: day(enrolled_at) })}</p>
      </div>
      <div class="studio-row-end">
        <details class="studio-fold">
          <summary>
            {t('enrolment.learner.remove')}
            <span class="only-heard">: {name}</span>
            <Icon name="next" />
          </summary>
          <form class="panel form" method="post" action={urls.studioEnrolmentDo(courseKey, 'unenrol')}>
            <p class="small">{t('enrolment.learner.removeText', { name })}</p>
            <input type="hidden" name="learner" value={handle} />
            <Button look="danger" isSmall data-control="enrolment.remove">
              {t('enrolment.learner.remove')}
            </Button>
          </form>
        </details>
      </div>
    </li>
  );
}
