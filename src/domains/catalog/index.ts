export { type CatalogChoices, type CatalogEntry, type CatalogQuery, type Choice, wholeCatalog } from './entry.ts';
export { plainText } from './plain-text.ts';
export { listStale, refreshEntriesOf, refreshEntry } from './refresh-entry.ts';
export { listChoices, listEntryKeys, searchCatalog } from './search-catalog.ts';
