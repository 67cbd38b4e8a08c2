import { type Facts, factsOf, type Holdings, type Keep, tablesAboutPeople } from '../../kernel/holdings/index.ts';
import { type Purpose, purposeNames } from '../../kernel/purposes.ts';

/** Whose site it is: what a record of processing begins with. */
export interface Controller {
  readonly siteUrl: string;
  readonly name: string;
  readonly privacyAddress: string;
  readonly storagePlace: string;
}

/**
 * The site's records of processing in JSON-LD, in the words of the W3C group's Data Privacy Vocabulary (DPV 2): a process
 * for each purpose, with every value that it may read, all worked out from the data map.
 */
export function recordsOfProcessing(map: Holdings, controller: Controller): object {
  const columns = tablesAboutPeople(map).flatMap((table) =>
    Object.keys(map[table]!.columns).map((column) => ({ table, column, facts: factsOf(map[table]!, column) })),
  );
  const id = (path: string) => `${controller.siteUrl}/what-we-collect#${path}`;
  const readFor = (purpose: Purpose) =>
    columns.filter(({ facts }) => purpose === 'rights' || facts.purposes.includes(purpose));
  return {
    '@context': {
      dpv: 'https://w3id.org/dpv#',
      dct: 'http://purl.org/dc/terms/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': id('records'),
    '@type': 'dpv:RecordsOfActivities',
    'dpv:hasDataController': {
      '@id': controller.siteUrl,
      '@type': 'dpv:DataController',
      'dpv:hasName': controller.name,
      'dpv:hasContact': controller.privacyAddress,
    },
    'dpv:hasProcess': purposeNames.map((purpose) => ({
      '@id': id(`purpose-${purpose}`),
      '@type': 'dpv:Process',
      'dpv:hasPurpose': { '@id': purposeTerms[purpose] },
      'dpv:hasPersonalData': readFor(purpose).map(({ table, column }) => ({ '@id': id(`${table}.${column}`) })),
    })),
    '@included': columns.map(({ table, column, facts }) => ({
      '@id': id(`${table}.${column}`),
      '@type': sourceTerms[facts.source],
      'dct:title': map[table]!.columns[column]!.facts.what ?? `${column.replaceAll('_', ' ')} of ${map[table]!.holds}`,
      'dct:subject': facts.category,
      'dpv:hasDataSubject': { '@id': 'dpv:ServiceUser' },
      'dpv:hasLegalBasis': { '@id': basisTerms[facts.basis] },
      'dpv:hasStorageCondition': [...storageOf(facts.keep), location(controller.storagePlace)],
      ...(facts.recipients && { 'dpv:hasRecipient': facts.recipients }),
      ...(facts.clauses.length > 0 && {
        'dpv:hasNotice': facts.clauses.map((clause) => ({ '@id': clauseId(clause, controller) })),
      }),
    })),
  };
}

const purposeTerms = {
  provide: 'dpv:ServiceProvision',
  secure: 'dpv:EnforceSecurity',
  improve: 'dpv:ServiceOptimisation',
  contact: 'dpv:CommunicationManagement',
  rights: 'dpv:RightsFulfilment',
} as const satisfies Record<Purpose, string>;

const sourceTerms = {
  given: 'dpv:ProvidedPersonalData',
  observed: 'dpv:ObservedPersonalData',
  derived: 'dpv:DerivedPersonalData',
} as const satisfies Record<Facts['source'], string>;

const basisTerms = {
  contract: 'dpv:Contract',
  consent: 'dpv:Consent',
  'legal-obligation': 'dpv:LegalObligation',
  'legitimate-interest': 'dpv:LegitimateInterest',
} as const satisfies Record<Facts['basis'], string>;

function storageOf(keep: Keep): object[] {
  if ('with' in keep) return [{ '@type': 'dpv:StorageDuration', 'dct:description': `as long as ${keep.with}` }];
  const duration = { '@value': `P${keep.days}D`, '@type': 'xsd:duration' };
  return [{ '@type': 'dpv:StorageDuration', 'dpv:hasDuration': duration, 'dct:description': `from ${keep.from}` }];
}

function location(place: string): object {
  return { '@type': 'dpv:StorageLocation', 'dct:description': place };
}

function clauseId(clause: string, { siteUrl }: Controller): string {
  return `${siteUrl}/documents/privacy#${clause}`;
}
