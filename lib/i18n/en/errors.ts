import type { Words } from '@/lib/i18n/words';
import type { errors as shape } from '@/lib/i18n/zh-CN/errors';

export const errors: Words<typeof shape> = {
  title: 'This was not done',
  fault:
    'Something went wrong on our side; no figure was affected. Try again, and if it persists give the administrator the number {reference}.',
  empty: 'Fill in “{field}”.',
  input: 'What is in “{field}” is not as required. Check it and send it again.',
  inputMissing: '“{field}” has not been filled in or chosen.',
  inputUsername:
    '“{field}” takes small letters, digits, dots and underscores, 2 to 40 of them, a letter or digit first.',
  inputTelephone:
    '“{field}” takes digits, blanks, brackets and hyphens, and an extension after “ext.”, as in 0513-8521 0000 ext. 8.',
  inputPoints:
    '“{field}” takes a number without a sign, 100,000 at most, with four decimals at most: the kind of the entry decides its sign.',
  inputShort: '“{field}” is too short: {least, plural, one {# character} other {# characters}} at least.',
  inputLong: '“{field}” is too long: {most, plural, one {# character} other {# characters}} at most.',
  inputNone: 'Choose {least, plural, one {# entry} other {# entries}} of “{field}” at least.',
  inputMany: 'Choose {most, plural, one {# entry} other {# entries}} of “{field}” at most.',
  inputBelow: '“{field}” cannot be below {least, number}.',
  inputAbove: '“{field}” cannot be above {most, number}.',
  command: 'Your role may not do this. “Who may do what” says who may.',
  signedOut:
    'You are not signed in, or no longer: idle for long, signed out elsewhere, or the account was changed. Nothing was done. Sign in in a new tab, then come back and try again; what you typed is still here.',
  otherAccount:
    'This page was opened for another account, and “{name}” is signed in now. Nothing was done. Sign in with the first account and try again here, or reload the page; what you typed is still here.',
  mustEnrol: 'Your role has to set up a second factor before anything else.',
  malformedForm: 'What was sent is no complete form; nothing was done. Reload the page and try again.',
  foreignOrigin:
    'This request did not come from a page of this product and was not carried out. Open {origin} and try again.',
  tooManyAttempts: 'Too many attempts. Try again in {seconds, number} seconds. The account is not locked.',
  tooMuchUse: 'Too many requests. Try again in {seconds, number} seconds.',
  database:
    'The database does not answer for the moment and nothing was done; what you typed is still here. Please try again.',
  answerAstray:
    'The system could not make sure that what it read was meant for you, so it stopped: nothing was shown or changed. Please try again.',
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
  passwordSpaces: 'The password begins or ends with a blank; leave it out.',
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
  factorBegunAgain:
    'You have begun again in another window since; the code and the recovery codes of this page are good no more. Go on in the later page, or reload this one.',
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
  noReturn: 'There is no such return, or it is not yours to handle.',
  dueBeforeOpening: 'It would be due before it opens: check “{field}”.',
  noItems: 'Choose one indicator at least.',
  noUnits: 'No unit would report: choose a group, or units one by one.',
  itemOfAnotherPeriod: 'The period of indicator {code} does not belong to that of the collection. Choose again.',
  unknownIndicator: 'The catalogue has no indicator {code}.',
  notAskedFor: 'The collection does not ask for one of these figures. Reload the page.',
  figureLocked:
    '“{indicator}” has been submitted or approved and cannot be changed. Withdraw it before its review begins, or ask that it be reopened.',
  windowShut:
    'Nothing can be reported to this collection now: it has not opened, its last day has passed, or it is closed. The assessment office can extend the deadline.',
  returnMoved: 'This return has just changed, by a saving or a review. Reload the page, look again, and repeat.',
  nothingToSubmit: 'There is nothing to submit: everything has been submitted or approved.',
  checksBlock:
    '{count, plural, one {# mandatory finding has} other {# mandatory findings have}} to be mended before submitting.',
  explanationsMissing:
    '{count, plural, one {# finding needs} other {# findings need}} an explanation of six characters or more before submitting.',
  nothingToWithdraw: 'There is nothing to withdraw.',
  reviewBegan: 'The review has begun, so nothing can be withdrawn. Ask the reviewer to return what must change.',
  movedByYou:
    'You have just changed this in another window; this page still shows what was before. Reload it and look again.',
  reviewMoved:
    'One of these figures has just changed (somebody decided on it, or on one that it must agree with), or it is not yours to review. Reload the page.',
  contactOfAnother: 'You can set the contact of your own unit alone.',
  undoNothing: 'There is no decision to be undone.',
  undoLate:
    'More than {seconds, number} seconds have passed, so it cannot be undone. The next level can return what was passed on; what was returned comes again from its reporter.',
  undoPublished: 'An approved figure is public and cannot be undone. Ask that it be reopened to correct it.',
  undoFollowed: 'Something has happened to the figure since (a decision or a correction), so it cannot be undone.',
  ownFigure: 'You submitted these figures yourself; somebody else must review them.',
  flaggedInBulk: '“{indicator}” has findings and cannot be approved together with others. Look at it by itself.',
  absentAfterNumber:
    '“{indicator}” has an approved number, which cannot become not reported, not applicable or blank. Return it for a corrected number, or record an approved figure.',
  notAGrowth:
    'The growth of an approved figure is a number, such as 5.3, or empty; that of a rate is in percentage points, without %.',
  notAPlainNumber: 'An approved figure is one plain number, without “about” or “over”.',
  mandatoryAtApproval:
    '“{indicator}” breaks a mandatory check and cannot be approved. Return it, or correct the verified value.',
  approvalNeedsReason:
    'The verified value has findings to be explained: give a reason for the approval, of {least, number} characters or more.',
  sameAsReported: 'The approved figure is the reported one: simply approve it.',
  notApproved: 'Only figures in review or approved need to be reopened. Reload the page.',
  alreadyAsked: 'A request for this return is waiting for a decision already.',
  reopeningDecided: 'Somebody has decided on this request already. Reload the page.',
  ownRequest: 'Whoever asked cannot grant it; somebody else decides.',
  attachmentTooLarge:
    'The attachment is larger than {megabytes, number} MB. Compress it, or send the pages that matter.',
  evidenceFull:
    'There are {most, number} files already, the most that are kept. Say in words what else there is, or hand it to the assessment office.',
  attachmentKind: 'Attachments may be PDF, PNG, JPG, XLSX or DOCX, and be what their ending says.',
  noFile: 'Choose a file first.',
};
