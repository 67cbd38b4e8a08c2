export { isMailAddress, type Letter, normaliseAddress } from './letter.ts';
export { mailHoldings } from './mail-holdings.ts';
export { mailReplyTo, mailTable } from './mail-migration.ts';
export type { OutboxLetter } from './mail-store.ts';
export { createMailbox } from './mailbox.ts';
export { listOutbox } from './outbox.ts';
export { createPostOffice, type PostOffice } from './post-office.ts';
export { letterQueued, queueLetter } from './queue-letter.ts';
export { createMailTransport, type DkimKey, explainFailure, type MailTransport } from './transport.ts';
