import { useWords } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import type { VideoForm } from './video-form.ts';

/** Where a film comes from, and its words. */
export function VideoFields({ video, errors }: { readonly video: VideoForm; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <Field
        name="youTube"
        label={t('author.video.youTube')}
        why={t('author.video.youTubeWhy')}
        value={video.youTube}
        error={errors.youTube}
      />
      <LongField
        name="sources"
        label={t('author.video.sources')}
        why={t('author.video.sourcesWhy')}
        value={video.sources}
        rows={3}
        error={errors.sources}
      />
      <Field
        name="captionsLanguage"
        label={t('author.video.language')}
        why={t('author.video.languageWhy')}
        value={video.captionsLanguage}
        error={errors.captionsLanguage}
        isShort
      />
      <LongField
        name="captions"
        label={t('author.video.captions')}
        why={t('author.video.captionsWhy')}
        value={video.captions}
        rows={10}
        error={errors.captions}
      />
    </>
  );
}
