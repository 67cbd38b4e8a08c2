export { confirmRequest, enterRequest, sendRequest } from './ask.ts';
export { dayOf } from './deadline.ts';
export { eraseRequester } from './erase-requester.ts';
export {
  closeRequest,
  extendRequest,
  noteRequest,
  reopenRequest,
  sendAccess,
  sortRequest,
  writeToRequester,
} from './handle.ts';
export { askForIdentity, noteIdentity, showIdentity } from './identity-check.ts';
export type { RequestLetters } from './letters.ts';
export { listRequests, openRequest } from './list-requests.ts';
export { splitMailbox } from './read-mail.ts';
export {
  endings,
  isKind,
  longestRequest_chars,
  type RequestFaults,
  type RequestForm,
  requestKinds,
} from './request.ts';
export type { RequestFilter, RequestRecord, RequestRow, RequestView } from './request-view.ts';
export { takePrivacyMail } from './take-mail.ts';
