export {
  fillTemplate,
  findInquiry,
  findInvitation,
  giveInvitationBack,
  inviteToHost,
  listInquiries,
  noteInquiry,
  readInquiries,
  readTags,
  replyToInquiry,
  sortInquiry,
  useInvitation,
} from './desk.ts';
export type { DeskFilter, DeskInquiry, DeskRow, InvitationView } from './desk-view.ts';
export { forgetLoneContacts } from './forget-lone-contacts.ts';
export { editForm, findForm, listForms } from './forms.ts';
export { outreachTerms } from './holdings.ts';
export { type InfoPage, longestPage_chars, type PageFault } from './info-page.ts';
export { editPage, findPage, findPublishedPage, listPages, listPublishedPages, removePage } from './info-pages.ts';
export { type AnswerFault, inquiryStates, longestAnswer_chars } from './inquiry.ts';
export {
  askedFields,
  type FieldName,
  type FormField,
  fieldNames,
  hostKinds,
  type InquiryForm,
  longFields,
  neededFields,
} from './inquiry-form.ts';
export type { Carried } from './invitation.ts';
export type { ContactLetterFacts, MailingWords, OutreachLetters } from './letters.ts';
export { noteDeskLookUp } from './look-up.ts';
export { plainForm } from './lookalike.ts';
export { deliveryStates, longestMailing_chars, type Mailing } from './mailing.ts';
export { createMailingSender, type MailingSender } from './mailing-sender.ts';
export {
  discardDraft,
  draftMailing,
  editMailing,
  findMailing,
  listMailings,
  type MailingWording,
  scheduleMailing,
  stopMailing,
} from './mailings.ts';
export { markdownToHtml, markdownToText } from './markdown.ts';
export {
  askForMySignUp,
  chooseUpdates,
  confirmInquiry,
  findMySignUp,
  type MySignUp,
  restrictMySignUp,
} from './my-sign-up.ts';
export type { Opening } from './opening.ts';
export type { ReplyTemplate, TemplateDesk } from './reply-template.ts';
export { sendInquiry } from './send-inquiry.ts';
export { getOpening, setOpening } from './set-opening.ts';
export { findStopLink, stopMailings } from './stop-mailings.ts';
export { takeReturnedMail } from './take-returned-mail.ts';
export { editTemplate, listTemplates, removeTemplate } from './templates.ts';
export { allowUpdates, endUpdates, listGivenUpdates, moveUpdates } from './updates.ts';
