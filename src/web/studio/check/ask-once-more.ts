import { checkStored } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { readForm } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/**
 * Before something is published that has errors in it: leads to the check, where the author may say that they are sure.
 * Null when there are none, or they said so. Warnings ask nothing; Python is not run, so that publishing stays quick.
 */
export async function askOnceMore(c: SiteContext, powers: Powers, place: CoursePlace): Promise<Response | null> {
  const { block, hash, back, sure } = await readForm(c, ['block', 'hash', 'back', 'sure']);
  if (sure === 'yes') return null;
  const { version } = await openDraft(powers, place);
  if (!version.blocks.has(block)) return null;
  const { errors } = await checkStored(powers.database.read('provide'), version, { within: block });
  return errors > 0 ? c.redirect(urls.studioCheck(place.course.key, { block, hash, back }), 303) : null;
}
