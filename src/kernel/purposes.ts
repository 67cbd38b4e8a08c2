/**
 * Why a stored value may be read. One PostgreSQL role stands behind each, with grants on the columns that the data map
 * gives it: a read for another purpose fails in the database itself.
 */
const purposes = {
  /** To give people what they came for: accounts, courses, learning, grading. */
  provide: 'Providing the site and its courses',
  /** To keep accounts and the site safe: sign-in, sessions, rate limits. */
  secure: 'Keeping accounts and the site safe',
  /** To see how the site and its courses are used, and to make them better. */
  improve: 'Understanding and improving how the site is used',
  /** To write to people: mail that they asked for or must have. */
  contact: 'Writing to people',
  /** To carry out people's rights: access, correction, erasure. It alone reads everything. */
  rights: "Carrying out people's rights over their data",
} as const;

export type Purpose = keyof typeof purposes;

export const purposeNames = Object.keys(purposes) as readonly Purpose[];
