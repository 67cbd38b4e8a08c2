import type { Clipboard } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { PasteButton } from '../outline/add-buttons.tsx';
import { kindName } from '../parts/kind-name.ts';

const first = ['html', 'problem', 'video'] as const;
const others = [
  'discussion',
  'poll',
  'survey',
  'word_cloud',
  'openassessment',
  'drag-and-drop-v2',
  'lti_consumer',
  'library_content',
  'done',
  'google-document',
] as const;

/** What a unit can be made of: the three that every course has as buttons, the others in a list. */
export function AddParts({ unitId, paste }: { readonly unitId: string; readonly paste: Clipboard | null }) {
  const words = useWords();
  const { t } = words;
  return (
    <section class="studio-add-parts" aria-labelledby="studio-add-parts">
      <h2 id="studio-add-parts">{t('author.addPart')}</h2>
      <div class="studio-add-row">
        {first.map((tag) => (
          <button
            key={tag}
            type="submit"
            form="ask-add"
            class="studio-add-kind"
            name="new"
            value={`${tag} ${unitId}`}
            data-control="author.add"
          >
            <KindSign tag={tag} />
            {kindName(words, tag)}
          </button>
        ))}
      </div>
      <div class="studio-add-row">
        <label for="studio-other-kind">{t('author.otherKind')}</label>
        <select class="input" id="studio-other-kind" name="new" form="ask-add-other">
          {others.map((tag) => (
            <option key={tag} value={`${tag} ${unitId}`}>
              {kindName(words, tag)}
            </option>
          ))}
        </select>
        <Button form="ask-add-other" look="quiet" isSmall data-control="author.add">
          {t('author.addOther')}
        </Button>
        {paste ? <PasteButton parent={unitId} name={paste.displayName} /> : null}
      </div>
    </section>
  );
}

const drawings = {
  html: 'M4 5h12M4 9h12M4 13h8',
  problem: 'M7.5 7.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M10 14.6v.2M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15',
  video: 'M3 5h14v10H3zM8.5 7.8v4.4l4-2.2z',
} as const;

function KindSign({ tag }: { readonly tag: keyof typeof drawings }) {
  return (
    <svg viewBox="0 0 20 20" class="studio-kind-sign" aria-hidden="true">
      <path
        d={drawings[tag]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
