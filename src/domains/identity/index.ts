export { askForNewEmail, confirmNewAddress, type EmailAsked } from './change-email.ts';
export { type Confirmation, confirmAddress } from './confirm-address.ts';
export { editProfile, getProfile } from './edit-profile.ts';
export { ensurePerson, findPersonByEmail, setOperator } from './ensure-person.ts';
export { expireAccess, listUnconfirmed, unconfirmed_days } from './expire.ts';
export { holdings } from './holdings.ts';
export type { AccountLetters, LetterFacts, LinkLetterFacts } from './letters.ts';
export { askForNewPassword, changePassword, isPasswordOf, setNewPassword } from './new-password.ts';
export { longestPassword_chars, type PasswordFault, shortestPassword_chars } from './password.ts';
export {
  longestName_chars,
  type NameFault,
  type Profile,
  type ProfileEdit,
  type ProfileFaults,
  type SignedIn,
} from './person.ts';
export { type Registration, type RegistrationFaults, type RegistrationForm, register } from './register.ts';
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
export { type SignIn, signIn } from './sign-in.ts';
export { ensureSecret, type Limited, limits, type Turn, takeTurn } from './take-turn.ts';
