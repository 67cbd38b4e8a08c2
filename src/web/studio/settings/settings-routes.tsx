import { type Block, isInCircle } from '../../../domains/courses/index.ts';
import { findBlock, setSettings } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound } from '../../layout/message-page.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { blockPlace } from '../parts/block-place.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { type OpenDraft, openDraft } from '../parts/open-draft.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { fieldValue, readField, type SettingField, settingFields } from './settings-fields.ts';
import { SettingsPage } from './settings-page.tsx';

const pattern = '/studio/courses/:courseKey/block/:blockId/settings';

/** Dates, visibility, attempts and the like of one block. */
export const settingsRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.edit', async (c, place) => {
    const at = await openBlock(powers, place, c);
    if (!at) return respondNotFound(c);
    const values = Object.fromEntries(at.fields.map((field) => [field.field, fieldValue(at.block, field)]));
    return respond(c, at, { ...values, display_name: nameOf(at.block) }, {});
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const at = await openBlock(powers, place, c);
    if (!at) return respondNotFound(c);
    const form = await readFields(c);
    const { t } = c.var.words;
    const typed = Object.fromEntries(
      [...at.fields, { field: 'display_name' }].map(({ field }) => [field, form.get(field) ?? '']),
    );
    const settings: Record<string, string | null> = {
      display_name: typed.display_name!.trim().slice(0, 300).toWellFormed() || null,
    };
    const errors: Record<string, string> = {};
    for (const field of at.fields) {
      const read = readField(field, typed[field.field]!);
      if (read.type === 'fault') errors[field.field] = t('author.set.fault');
      else settings[field.field] = read.value;
    }
    if (isInCircle(at.version, at.block, settings.required_content ?? null))
      errors.required_content = t('author.set.circle');
    if (Object.keys(errors).length > 0) return respond(c, at, typed, errors);
    // In Open edX what has an assignment type is graded, and nothing else.
    if ('format' in settings) settings.graded = settings.format === null ? 'false' : 'true';
    const message = t('author.did.set', { title: at.block.displayName });
    const edit = { courseKey: place.course.key, author: place.reader.personId, message };
    const change = { blockId: at.block.id, edition: form.get('edition'), settings: changed(at.block, settings) };
    const result = await powers.database.write('provide', (w) => setSettings(w, powers.versions, edit, change));
    if (result.type !== 'edited') return respond(c, at, typed, { display_name: refusalWords(result, c.var.words) });
    return c.redirect(backTo(place.course.key, at.block), 303);
  });
};

interface SettingsPlace extends OpenDraft {
  readonly block: Block;
  readonly edition: string;
  readonly fields: readonly SettingField[];
}

async function openBlock(powers: Powers, place: CoursePlace, c: SiteContext): Promise<SettingsPlace | null> {
  const open = await openDraft(powers, place);
  const block = open.version.blocks.get(c.req.param('blockId') ?? '');
  const found = block?.parent ? await findBlock(powers.database.read('provide'), open.draft, block.id) : null;
  if (!block || !found) return null;
  return { ...open, block, edition: found.edition, fields: settingFields(block, open.version, c.var.words) };
}

/** Only what is another one than before: a setting that the block never had stays unsaid. */
function changed(block: Block, settings: Readonly<Record<string, string | null>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(settings).filter(([field, value]) => {
      const was = block.settings[field];
      if (was === undefined || was === null) return value !== null && !(field === 'graded' && value === 'false');
      return value === null ? !(field === 'visible_to_staff_only' && was === false) : String(was) !== value;
    }),
  );
}

function nameOf({ settings }: Block): string {
  return typeof settings.display_name === 'string' ? settings.display_name : '';
}

function respond(
  c: SiteContext,
  at: SettingsPlace,
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Response {
  const { version, published, block, edition, fields } = at;
  const { courseKey, language, title } = version;
  const course = { courseKey, language, title, isPublished: published !== null };
  return respondWithFilledPage(c, {
    title: c.var.words.t('author.settingsOf', { title: block.displayName }),
    errors,
    children: (
      <SettingsPage view={{ course, block, edition, fields, values, back: backTo(courseKey, block) }} errors={errors} />
    ),
  });
}

/** To where the block is seen: the outline, or the page of its unit. */
function backTo(courseKey: string, block: Block): string {
  if (/^(?:chapter|sequential)$/.test(block.tag)) return `${urls.studioOutline(courseKey)}#${blockPlace(block.id)}`;
  const page = block.tag === 'vertical' || !block.parent ? block : block.parent;
  return `${urls.studioUnit(courseKey, page.id)}#${blockPlace(block.id)}`;
}
