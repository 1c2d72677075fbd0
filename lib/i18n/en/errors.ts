import type { Words } from '@/lib/i18n/words';
import type { errors as shape } from '@/lib/i18n/zh-CN/errors';

export const errors: Words<typeof shape> = {
  title: 'This was not done',
  fault:
    'Something went wrong on our side; no figure was affected. Try again, and if it persists give the administrator the number {reference}.',
  input: 'What is in “{field}” is not as required. Check it and send it again.',
  command: 'Your role may not do this. “Who may do what” says who may.',
  mustEnrol: 'Your role has to set up a second factor before anything else.',
  foreignOrigin:
    'This request did not come from a page of this product and was not carried out. Open {origin} and try again.',
  tooManyAttempts: 'Too many attempts. Try again in {seconds, number} seconds. The account is not locked.',
  tooMuchUse: 'Too many requests. Try again in {seconds, number} seconds.',
  busy: 'Too many people are signing in just now. Try again in half a minute.',
  wrongPassword:
    'The username or the password is not right. Check capitals and the input method; an administrator can reset a forgotten password.',
  accountDisabled: 'This account is disabled. Ask an administrator to restore it.',
  handoverExpired: 'The initial secret has expired (it works for 24 hours). Ask an administrator for a new one.',
  wrongCode: 'The code is not right. Use the 6 digits the authenticator shows now, or a recovery code not used before.',
  usedCode: 'This code was used already. Wait for the next one of the authenticator (about 30 seconds).',
  factorLocked: 'Ten wrong codes in a row. Try again in 15 minutes.',
  stepExpired: 'This step has expired. Sign in again.',
  passwordsDiffer: 'The two passwords differ.',
  wrongPresent: 'The present password is not right.',
  passwordShort: 'The password is too short: at least {shortest, number} characters.',
  passwordLong: 'The password is too long: at most {longest, number} characters.',
  passwordKinds:
    'The password is too plain: at least three of capitals, small letters, digits and symbols, or a phrase of 16 characters and more.',
  passwordCommon: 'This is one of the most common passwords. Choose another.',
  passwordGuessable:
    'The password is easy to guess: do not build it from the username, the name, the unit, a year or a run of digits.',
  passwordUsed: 'It must differ from the present password and from the last {count, number}.',
  demonstrationAccount:
    'A demonstration account is for everybody and cannot be changed. Create an account to try this.',
  account: 'Your account was not found. Sign in again.',
  factorThere: 'The second factor is set up already.',
  factorNotBegun: 'Scan the code first, then enter the digits.',
  factorNotThere: 'This account has no second factor.',
  factorRequired: 'By the policy in force your role must use a second factor; it cannot be turned off.',
  user: 'There is no such account.',
  ownAccount:
    'Your own account is not administered here. Your password and second factor are under “My account”; another administrator changes your role.',
  userMoved: 'Somebody has just changed this account. Reload the page and look at it before you change it.',
  userState: 'The account is in another state now and this no longer applies. Reload the page.',
  usernameTaken: 'The username “{username}” is taken. Choose another.',
  postingMissing: 'This role needs a “{field}”.',
  unknownUnit: 'The unit is not in the catalogue.',
  unknownDepartment: 'No indicator names this department as responsible. Choose one from the list.',
};
