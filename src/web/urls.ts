/**
 * Every address of the site, as a function. No address holds a person's name, handle or mail address.
 * Courses and blocks stand in addresses by their Open edX keys, escaped.
 */
const part = encodeURIComponent;

/** What operators do with a privacy request. */
export type RequestAct =
  | 'sort'
  | 'note'
  | 'write'
  | 'ask-identity'
  | 'note-identity'
  | 'extend'
  | 'access'
  | 'erase'
  | 'restrict'
  | 'close'
  | 'reopen';

export const urls = {
  home: () => '/',
  favicon: () => '/favicon.svg',
  parts: () => '/ui',
  robots: () => '/robots.txt',
  sitemap: () => '/sitemap.xml',
  courses: () => '/courses',
  course: (courseKey: string) => `/courses/${part(courseKey)}`,
  /** The same with a code by which to enrol, filled in. */
  courseWithCode: (courseKey: string, code: string) => `/courses/${part(courseKey)}?code=${part(code)}`,
  organisation: (key: string) => `/organisations/${part(key)}`,
  document: (kind: 'privacy' | 'terms' | 'honor-code') => `/documents/${kind}`,
  collected: () => '/what-we-collect',
  /** What is up to whoever asks, with an account or without. */
  choices: () => '/choices',
  cookies: () => '/cookies',
  gpc: () => '/.well-known/gpc.json',
  changes: (kind: 'privacy' | 'terms' | 'honor-code') => `/documents/${kind}/changes`,
  documentChanges: (kind: 'privacy' | 'terms' | 'honor-code', from: string, to: string) =>
    `/documents/${kind}/changes?from=${part(from)}&to=${part(to)}`,
  documentVersion: (kind: 'privacy' | 'terms' | 'honor-code', version: string) => `/documents/${kind}/${part(version)}`,

  /** The public log behind everybody's ledger, where receipts are checked. */
  ledgerLog: () => '/ledger',
  ledgerHeads: () => '/ledger/heads',
  ledgerKey: () => '/ledger/key',
  ledgerConsistency: () => '/ledger/consistency',
  ledgerInclusion: () => '/ledger/inclusion',
  /** Of a line of one's own ledger. */
  receipt: (entryId: string) => `/account/receipts/${part(entryId)}`,

  build: () => '/build',
  inquiry: (formKey: string) => `/build/${part(formKey)}`,
  inquirySent: () => '/build/sent',
  confirmInquiry: (secret: string) => `/build/confirm/${part(secret)}`,
  askForMySignUp: () => '/build/mine',
  mySignUpAsked: () => '/build/mine/sent',
  mySignUp: (secret: string) => `/build/mine/${part(secret)}`,
  mySignUpDone: (secret: string, done: 'confirmed' | 'stored' | 'rested') => `/build/mine/${part(secret)}?done=${done}`,
  mySignUpUpdates: (secret: string) => `/build/mine/${part(secret)}/updates`,
  restMySignUp: (secret: string) => `/build/mine/${part(secret)}/rest`,
  exportMySignUp: (secret: string) => `/build/mine/${part(secret)}/export`,
  eraseMySignUp: (secret: string) => `/build/mine/${part(secret)}/erase`,
  invitation: (secret: string) => `/invitation/${part(secret)}`,
  /** In each copy of a mailing: one click in a mail program ends them (RFC 8058). */
  stopMailings: (secret: string) => `/mail/stop/${part(secret)}`,
  press: () => '/press',
  pressPage: (slug: string) => `/press/${part(slug)}`,
  pressFeed: () => '/press/feed',
  infoPage: (slug: string) => `/pages/${part(slug)}`,

  /** `next`: where to go once the address is confirmed. */
  signUp: (next?: string) => (next ? `/account/new?next=${part(next)}` : '/account/new'),
  signUpDetails: (next?: string) => (next ? `/account/new/details?next=${part(next)}` : '/account/new/details'),
  signUpSent: () => '/account/new/sent',
  confirmAddress: (secret: string, next?: string) =>
    next ? `/account/confirm/${part(secret)}?next=${part(next)}` : `/account/confirm/${part(secret)}`,
  signIn: (next?: string) => (next ? `/account/sign-in?next=${part(next)}` : '/account/sign-in'),
  signedIn: (next: string) => `/account/signed-in?next=${part(next)}`,
  signOut: () => '/account/sign-out',
  forgotten: () => '/account/forgotten',
  forgottenSent: () => '/account/forgotten/sent',
  newPassword: (secret: string) => `/account/new-password/${part(secret)}`,
  account: () => '/account',
  accountDone: (what: string) => `/account?done=${part(what)}`,
  newEmail: () => '/account/email',
  confirmNewEmail: (secret: string) => `/account/new-email/${part(secret)}`,
  changePassword: () => '/account/password',
  endSession: () => '/account/sessions/end',
  signOutEverywhere: () => '/account/sessions/end-all',
  profile: () => '/account/profile',
  myData: () => '/account/data',
  myDataDone: (what: string) => `/account/data?done=${part(what)}`,
  heldKind: (kind: string) => `/account/data/held/${part(kind)}`,
  myLedger: () => '/account/data/ledger',
  myLedgerBefore: (entryId: string) => `/account/data/ledger?before=${part(entryId)}`,
  copyOfMyData: () => '/account/data/copy',
  correct: () => '/account/data/correct',
  useLimits: () => '/account/data/limits',
  useLimitsStored: () => '/account/data/limits?stored=yes',
  object: () => '/account/data/limits/objection',
  rest: () => '/account/data/limits/rest',
  eraseMe: () => '/account/data/erase',
  stopErasingMe: () => '/account/data/erase/stop',
  /** Mailed when an erasure is asked for: it is stopped there, or done at once. */
  erasure: (secret: string) => `/account/erasure/${part(secret)}`,
  acknowledge: () => '/account/acknowledge',
  disagree: () => '/account/disagree',

  myCourses: () => '/learn',
  enrol: (courseKey: string) => `/learn/${part(courseKey)}/enrol`,
  enrolByCode: (courseKey: string) => `/learn/${part(courseKey)}/enrol/code`,
  /** What the link of an invitation into a course opens. */
  invited: (secret: string) => `/invited/${part(secret)}`,
  leave: (courseKey: string) => `/learn/${part(courseKey)}/leave`,
  justEnrolled: (courseKey: string) => `/learn/${part(courseKey)}?enrolled`,
  justLeft: () => '/learn?left',
  outline: (courseKey: string) => `/learn/${part(courseKey)}`,
  unit: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/unit/${part(blockId)}`,
  jumpTo: (courseKey: string, name: string) => `/learn/${part(courseKey)}/jump/${part(name)}`,
  resume: (courseKey: string) => `/learn/${part(courseKey)}/resume`,
  courseTab: (courseKey: string, slug: string) => `/learn/${part(courseKey)}/page/${part(slug)}`,
  courseUpdates: (courseKey: string) => `/learn/${part(courseKey)}/updates`,
  handouts: (courseKey: string) => `/learn/${part(courseKey)}/handouts`,
  textbooks: (courseKey: string) => `/learn/${part(courseKey)}/textbooks`,
  bookmark: (courseKey: string, unitId: string) => `/learn/${part(courseKey)}/bookmark/${part(unitId)}`,
  watched: (courseKey: string, unitId: string) => `/learn/${part(courseKey)}/watched/${part(unitId)}`,
  videoPosition: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/video/${part(blockId)}`,
  bookmarks: (courseKey: string) => `/learn/${part(courseKey)}/bookmarks`,
  courseSearch: (courseKey: string) => `/learn/${part(courseKey)}/search`,
  /** A mark that a learner sets. */
  doneMark: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/done/${part(blockId)}`,
  /** Where a poll, a survey or a word cloud sends its answers. */
  vote: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/vote/${part(blockId)}`,
  answer: (courseKey: string, blockId: string) => `/learn/${part(courseKey)}/answer/${part(blockId)}`,
  /** What is typed, as the formula that it means. */
  preview: () => '/learn-preview',
  /** An html block that needs its own scripts, in a sandbox. */
  frame: (courseKey: string, blockId: string) => `/frame/block/${part(courseKey)}/${part(blockId)}`,
  /** An HTML file of the course's own, in a sandbox. */
  fileFrame: (courseKey: string, fileName: string) =>
    `/frame/file/${part(courseKey)}/${fileName.split('/').map(part).join('/')}`,
  frameJQuery: () => '/frame/jquery.js',
  youTubeFrame: (id: string) => `/frame/youtube/${part(id)}`,
  /** A video from another site, behind a click. */
  videoFrame: (courseKey: string, blockId: string) => `/frame/video/${part(courseKey)}/${part(blockId)}`,

  /** A course in the studio; `at` is the block whose menu is open. */
  studioOutline: (courseKey: string, at?: string) => `/studio/courses/${part(courseKey)}${at ? `?at=${part(at)}` : ''}`,
  /** Something that is done to blocks of a draft: `add`, `move`, `delete`, … */
  studioEdit: (courseKey: string, action: string) => `/studio/courses/${part(courseKey)}/edit/${action}`,
  /** Parts of a library for a unit. */
  studioChoose: (courseKey: string, unitId: string) =>
    `/studio/courses/${part(courseKey)}/unit/${part(unitId)}/library`,
  studioUnit: (courseKey: string, unitId: string) => `/studio/courses/${part(courseKey)}/unit/${part(unitId)}`,
  studioBlock: (courseKey: string, blockId: string, as?: string) =>
    `/studio/courses/${part(courseKey)}/block/${part(blockId)}${as ? `?as=${as}` : ''}`,
  studioBlockAction: (courseKey: string, blockId: string, action: string) =>
    `/studio/courses/${part(courseKey)}/block/${part(blockId)}/${action}`,
  /** A file of the draft, as `/static/NAME` in it means one. */
  studioFile: (courseKey: string, name: string) =>
    `/studio/courses/${part(courseKey)}/static/${name.split('/').map(part).join('/')}`,
  studioFiles: (courseKey: string) => `/studio/courses/${part(courseKey)}/files`,
  studioFilePage: (courseKey: string, name: string) =>
    `/studio/courses/${part(courseKey)}/files/file/${name.split('/').map(part).join('/')}`,
  studioLinks: (courseKey: string) => `/studio/courses/${part(courseKey)}/files/links`,
  uploadStudioFiles: (courseKey: string) => `/studio/courses/${part(courseKey)}/files/upload`,
  changeStudioFiles: (courseKey: string) => `/studio/courses/${part(courseKey)}/files/change`,
  undoStudioFiles: (courseKey: string) => `/studio/courses/${part(courseKey)}/files/undo`,
  /** What the check says of a course; `publish` asks once more before that block of that hash is published. */
  studioCheck: (courseKey: string, publish?: Readonly<Record<'block' | 'hash' | 'back', string>>) =>
    `/studio/courses/${part(courseKey)}/check${publish ? `?${new URLSearchParams(publish)}` : ''}`,
  /** What a course has beside its outline. */
  studioPages: (courseKey: string, page = 'list') =>
    `/studio/courses/${part(courseKey)}/pages${page === 'list' ? '' : `/${page}`}`,
  /** The editor of `handouts`, `update@ID`, `page@SLUG`; `new` for one that is not there yet. */
  studioText: (courseKey: string, text: string) => `/studio/courses/${part(courseKey)}/pages/text/${part(text)}`,
  studioTextbook: (courseKey: string, book: string) =>
    `/studio/courses/${part(courseKey)}/pages/textbook/${part(book)}`,
  studioArrange: (courseKey: string, list: 'pages' | 'textbooks' | 'updates', act: string) =>
    `/studio/courses/${part(courseKey)}/pages/arrange/${list}/${act}`,
  studioCourseSettings: (courseKey: string) => `/studio/courses/${part(courseKey)}/course-settings`,
  studioVersions: (courseKey: string) => `/studio/courses/${part(courseKey)}/versions`,
  studioVersion: (courseKey: string, number: number, since?: number) =>
    `/studio/courses/${part(courseKey)}/versions/${number}${since === undefined ? '' : `?since=${since}`}`,

  studioEnrolment: (courseKey: string, page = 1) =>
    `/studio/courses/${part(courseKey)}/enrolment${page > 1 ? `?page=${page}` : ''}`,
  studioEnrolmentDo: (courseKey: string, what: string) => `/studio/courses/${part(courseKey)}/enrolment/${what}`,
  studioLearners: (courseKey: string, text = '', page = 1) =>
    `/studio/courses/${part(courseKey)}/enrolment/learners${text || page > 1 ? `?${new URLSearchParams({ q: text, page: String(page) })}` : ''}`,
  studioTeam: (courseKey: string) => `/studio/courses/${part(courseKey)}/team`,
  studioTeamDo: (courseKey: string, what: string) => `/studio/courses/${part(courseKey)}/team/${what}`,
  studio: () => '/studio',
  openOrganisation: () => '/studio/new',
  /** An organisation's own place: its courses. */
  studioOrganisation: (key: string) => `/studio/organisations/${part(key)}`,
  libraries: (key: string) => `/studio/organisations/${part(key)}/libraries`,
  newLibrary: (key: string) => `/studio/organisations/${part(key)}/libraries/new`,
  newCourse: (key: string) => `/studio/organisations/${part(key)}/courses/new`,
  importCourse: (key: string) => `/studio/organisations/${part(key)}/import`,
  /** What takes files ends in `upload`: only there may more be sent than a form needs. */
  uploadCourse: (key: string) => `/studio/organisations/${part(key)}/import/upload`,
  courseImport: (key: string, id: string) => `/studio/organisations/${part(key)}/imports/${part(id)}`,
  members: (key: string) => `/studio/organisations/${part(key)}/members`,
  inviteMember: (key: string) => `/studio/organisations/${part(key)}/members/invite`,
  withdrawInvitation: (key: string) => `/studio/organisations/${part(key)}/members/withdraw`,
  changeRole: (key: string) => `/studio/organisations/${part(key)}/members/role`,
  removeMember: (key: string) => `/studio/organisations/${part(key)}/members/remove`,
  handOver: (key: string) => `/studio/organisations/${part(key)}/members/hand-over`,
  leaveOrganisation: (key: string) => `/studio/organisations/${part(key)}/leave`,
  aboutOrganisation: (key: string) => `/studio/organisations/${part(key)}/about`,
  uploadLogo: (key: string) => `/studio/organisations/${part(key)}/logo/upload`,
  removeLogo: (key: string) => `/studio/organisations/${part(key)}/logo/remove`,
  hostName: (key: string) => `/studio/organisations/${part(key)}/host`,
  roles: (key: string) => `/studio/organisations/${part(key)}/roles`,
  exportCourse: (courseKey: string) => `/studio/courses/${part(courseKey)}/export`,
  /** The link of an invitation to become a member. */
  join: (secret: string) => `/join/${part(secret)}`,
  /** The style sheet of an organisation's own colour. Another number where the making of it changed. */
  theme: (colour: string) => `/theme/1/${colour.slice(1)}.css`,

  asset: (hash: string, name: string) => `/assets/${hash}/${name.split('/').map(part).join('/')}`,
  /** A file that only those who may see the course may have. */
  lockedFile: (courseKey: string, name: string) =>
    `/learn/${part(courseKey)}/file/${name.split('/').map(part).join('/')}`,
  /** A transcript, made into the captions that browsers show. */
  captions: (hash: string) => `/assets/${hash}/captions.vtt`,
  concerns: () => '/privacy-concerns',
  askOf: (kind: 'correction') => `/privacy-concerns?kind=${kind}`,
  concernSent: () => '/privacy-concerns/sent',
  confirmConcern: (secret: string) => `/privacy-concerns/confirm/${part(secret)}`,
  showIdentity: (secret: string) => `/privacy-concerns/identity/${part(secret)}`,
  privacyDesk: () => '/admin/privacy',
  enterRequest: () => '/admin/privacy/requests/new',
  privacyRequest: (id: string) => `/admin/privacy/requests/${part(id)}`,
  handleRequest: (id: string, act: RequestAct) => `/admin/privacy/requests/${part(id)}/${act}`,
  privacyTemplates: () => '/admin/privacy/templates',
  removePrivacyTemplate: () => '/admin/privacy/templates/remove',
  adminOrganisations: () => '/admin/organisations',
  decideOrganisation: (key: string) => `/admin/organisations/${part(key)}/decide`,
  confirmHost: (key: string) => `/admin/organisations/${part(key)}/host`,
  inviteOwner: (key: string) => `/admin/organisations/${part(key)}/owner`,
  disclosures: () => '/admin/privacy/disclosures',
  newDisclosure: () => '/admin/privacy/disclosures/new',
  disclosure: (id: string) => `/admin/privacy/disclosures/${part(id)}`,
  handleDisclosure: (id: string, act: 'approve' | 'withdraw' | 'hand-over' | 'tell') =>
    `/admin/privacy/disclosures/${part(id)}/${act}`,
  holds: () => '/admin/privacy/holds',
  newHold: () => '/admin/privacy/holds/new',
  handleHold: (id: string, act: 'approve' | 'lift') => `/admin/privacy/holds/${part(id)}/${act}`,
  breaches: () => '/admin/privacy/breaches',
  newBreach: () => '/admin/privacy/breaches/new',
  breach: (id: string) => `/admin/privacy/breaches/${part(id)}`,
  handleBreach: (id: string, act: 'authority' | 'close' | 'tell' | 'reach' | 'remove-reach') =>
    `/admin/privacy/breaches/${part(id)}/${act}`,
  operate: () => '/admin',
  outbox: () => '/admin/outbox',
  records: () => '/admin/records',
  recordsAsData: () => '/admin/records.jsonld',
  adminDocuments: () => '/admin/documents',
  adminDocument: (kind: 'privacy' | 'terms' | 'honor-code') => `/admin/documents/${kind}`,
  adminDocumentPreview: (kind: 'privacy' | 'terms' | 'honor-code', from: string) =>
    `/admin/documents/${kind}/preview?from=${part(from)}`,
  postDocument: (kind: 'privacy' | 'terms' | 'honor-code') => `/admin/documents/${kind}/post`,
  dropDraft: (kind: 'privacy' | 'terms' | 'honor-code') => `/admin/documents/${kind}/drop`,
  desk: () => '/admin/outreach',
  deskFile: () => '/admin/outreach/inquiries.csv',
  deskInquiry: (id: string) => `/admin/outreach/inquiries/${part(id)}`,
  sortInquiry: (id: string) => `/admin/outreach/inquiries/${part(id)}/sort`,
  noteInquiry: (id: string) => `/admin/outreach/inquiries/${part(id)}/note`,
  replyToInquiry: (id: string) => `/admin/outreach/inquiries/${part(id)}/reply`,
  inviteToHost: (id: string) => `/admin/outreach/inquiries/${part(id)}/invite`,
  deskForms: () => '/admin/outreach/forms',
  deskForm: (key: string) => `/admin/outreach/forms/${part(key)}`,
  replyTemplates: () => '/admin/outreach/templates',
  removeReplyTemplate: () => '/admin/outreach/templates/remove',
  mailings: () => '/admin/outreach/mailings',
  mailing: (id: string) => `/admin/outreach/mailings/${part(id)}`,
  testMailing: (id: string) => `/admin/outreach/mailings/${part(id)}/test`,
  scheduleMailing: (id: string) => `/admin/outreach/mailings/${part(id)}/schedule`,
  stopMailing: (id: string) => `/admin/outreach/mailings/${part(id)}/stop`,
  discardMailing: (id: string) => `/admin/outreach/mailings/${part(id)}/discard`,
  deskPages: () => '/admin/outreach/pages',
  deskPage: (slug: string) => `/admin/outreach/pages/${part(slug)}`,
  removePage: (slug: string) => `/admin/outreach/pages/${part(slug)}/remove`,
  opening: () => '/admin/outreach/opening',
  launchMailing: () => '/admin/outreach/opening/mailing',
  events: () => '/events',
  /** Where graders outside of the site fetch an answer, and judge it. */
  nextToGrade: () => '/api/v1/grading/next',
  graded: (id: string) => `/api/v1/grading/${part(id)}`,
  live: () => '/health/live',
  ready: () => '/health/ready',
  metrics: () => '/metrics',
} as const;
