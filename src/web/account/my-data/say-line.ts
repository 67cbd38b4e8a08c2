import type { LedgerLine } from '../../../domains/ledger/index.ts';
import type { MessageKey, Words } from '../../i18n.ts';

/** A line of a ledger in words: what happened, and the particulars. */
export function sayLine(
  { t, day, calendarDay }: Words,
  line: LedgerLine,
  nameOf: (field: string) => string,
): { readonly what: string; readonly more: readonly string[] } {
  const fields = (names: readonly string[]) => t('myLedger.fields', { fields: names.map(nameOf).join(', ') });
  switch (line.kind) {
    case 'look-up': {
      const { purpose, fields: seen } = line.said;
      const what = t('myLedger.look-up', { role: roleOf(t, line.role) });
      return { what, more: [t('myLedger.for', { purpose: purposeOf(t, purpose) }), fields(seen)] };
    }
    case 'disclosure': {
      const { recipient, ground, fields: given } = line.said;
      return { what: t('myLedger.disclosure', { recipient }), more: [t('myLedger.ground', { ground }), fields(given)] };
    }
    case 'acknowledgement': {
      const { document, version } = line.said;
      // A version is named by the day from which it holds, with the time where that is not midnight.
      const from = day(new Date(version.slice(0, 10)));
      return { what: t('myLedger.acknowledgement', { document: documentOf(t, document), version: from }), more: [] };
    }
    case 'consent': {
      const { choice, use, shown } = line.said;
      return { what: t(`myLedger.consent.${choice}`, { use: useOf(t, use) }), more: shown ? [shown] : [] };
    }
    case 'correction':
      return { what: t('myLedger.correction'), more: [fields(line.said.fields)] };
    case 'restriction':
      return { what: t(`myLedger.restriction.${line.said.choice}`), more: [] };
    case 'objection': {
      const { choice, scope } = line.said;
      return { what: t(`myLedger.objection.${choice}`, { use: useOf(t, scope) }), more: [] };
    }
    case 'export':
      return { what: t('myLedger.export'), more: [] };
    case 'erasure':
      return { what: t('myLedger.erasure'), more: [] };
    case 'hold': {
      const { choice, ground, ends_on } = line.said;
      const what = t(`myLedger.hold.${choice}`, { day: calendarDay(ends_on) });
      return {
        what,
        more: [
          t('myLedger.ground', { ground }),
          t('myLedger.holdKeeps', { tables: line.said.tables.join(', ').replaceAll('_', ' ') }),
        ],
      };
    }
    case 'collection':
      return { what: t('myLedger.collection', { what: line.said.what }), more: [] };
  }
}

type Say = Words['t'];

const roles: Readonly<Record<string, MessageKey>> = {
  operator: 'myLedger.role.operator',
  'command line': 'myLedger.role.commandLine',
  courseTeam: 'myLedger.role.courseTeam',
};

function roleOf(t: Say, role: string | null): string {
  const key = role === null ? undefined : roles[role];
  return key ? t(key) : (role ?? t('myLedger.role.operator'));
}

const purposes: Readonly<Record<string, MessageKey>> = {
  outbox: 'myLedger.purpose.outbox',
  hosting: 'myLedger.purpose.hosting',
  rights: 'myLedger.purpose.request',
  course: 'myLedger.purpose.course',
};

function purposeOf(t: Say, purpose: string): string {
  const key = purposes[purpose];
  return key ? t(key) : purpose;
}

const uses: Readonly<Record<string, MessageKey>> = {
  improve: 'limits.improve.title',
  contact: 'limits.contact.title',
  documents: 'banner.label',
};

function useOf(t: Say, use: string): string {
  const key = uses[use];
  return key ? t(key) : use;
}

const documents: Readonly<Record<string, MessageKey>> = {
  privacy: 'site.privacy',
  terms: 'site.terms',
  'honor-code': 'site.honorCode',
};

function documentOf(t: Say, document: string): string {
  const key = documents[document];
  return key ? t(key) : document;
}
