export { askForNewEmail, confirmNewAddress } from './change-email.ts';
export { confirmAddress } from './confirm-address.ts';
export { editProfile, getProfile } from './edit-profile.ts';
export { ensurePerson, findPersonByEmail, hasPeople, listOperators, setOperator } from './ensure-person.ts';
export { holdings } from './holdings.ts';
export type { AccountLetters, LetterFacts, LinkLetterFacts } from './letters.ts';
export { listPeople } from './list-people.ts';
export { askForNewPassword, changePassword, setNewPassword } from './new-password.ts';
export { longestPassword_chars, type PasswordFault, shortestPassword_chars } from './password.ts';
export {
  isBirthYear,
  isTimeZone,
  longestName_chars,
  type NameFault,
  type Profile,
  type ProfileEdit,
  type ProfileFaults,
} from './person.ts';
export { isProven, proveAgain } from './prove-again.ts';
export { type RegistrationFaults, type RegistrationForm, register } from './register.ts';
export {
  chooseObjection,
  endRestriction,
  findUseLimits,
  getUseLimits,
  type ObjectableUse,
  objectableUses,
  restrict,
} from './restrict.ts';
export { hashSecret } from './secret-hash.ts';
export {
  findSession,
  isStale,
  listSessions,
  type NewSession,
  sessionTerms,
  signOut,
  signOutEverywhere,
  touchSession,
} from './session.ts';
export { signIn } from './sign-in.ts';
export { ensureSecret, type Limited, limits, type Turn, takeTurn } from './take-turn.ts';
