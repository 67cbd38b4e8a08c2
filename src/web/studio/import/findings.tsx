import type { CourseImport } from '../../../domains/exchange/index.ts';
import { useWords } from '../../i18n.ts';
import { Icon } from '../../ui/icon.tsx';

type Report = NonNullable<CourseImport['report']>;
type Finding = Report['findings'][number];

/** What is odd in an archive, with file and line. */
export function Findings({ report }: { readonly report: Report }) {
  const { t, number } = useWords();
  return (
    <section class="stack">
      <h2>{t('import.findings', { count: report.findings_total })}</h2>
      {report.findings_total === 0 ? <p>{t('import.noFindings')}</p> : <p class="soft">{t('import.findingsText')}</p>}
      <ol class="findings">
        {groupsOf(report.findings).map((group) => (
          <FindingGroup key={`${group.level} ${group.message}`} group={group} />
        ))}
      </ol>
      {report.findings_total > report.findings.length ? (
        <p class="soft">{t('import.more', { count: number(report.findings_total - report.findings.length) })}</p>
      ) : null}
    </section>
  );
}

/** The same said of several places. */
interface Group {
  readonly level: Finding['level'];
  readonly message: string;
  readonly places: string[];
}

/** What is said of many places is said once, in the order of its first. */
function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { level, message, file, line } of findings) {
    const key = `${level} ${message}`;
    const one = groups.get(key) ?? { level, message, places: [] };
    if (file) one.places.push(line > 0 ? `${file}:${line}` : file);
    groups.set(key, one);
  }
  return [...groups.values()];
}

const few_places = 5;

function FindingGroup({ group: { level, message, places } }: { readonly group: Group }) {
  const { t } = useWords();
  const list = (
    <ul class="small soft">
      {places.map((place, index) => (
        <li key={`${index} ${place}`}>
          <code>{place}</code>
        </li>
      ))}
    </ul>
  );
  return (
    <li>
      <span class={level === 'error' ? 'tag tag-bad' : level === 'warning' ? 'tag tag-warn' : 'tag'}>
        {t(`import.level.${level}`)}
      </span>
      <div>
        <p dir="auto">{message}</p>
        {places.length > few_places ? (
          <details class="studio-fold">
            <summary>
              {t('import.places', { count: places.length })}
              <Icon name="next" />
            </summary>
            {list}
          </details>
        ) : (
          list
        )}
      </div>
    </li>
  );
}
