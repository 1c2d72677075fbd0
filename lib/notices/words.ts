/** What a notice says of its subject, from which its words are made when it is read. */
export const noticeKinds = [
  'returned',
  'approved',
  'toReview',
  'reminded',
  'extensionAsked',
  'extensionDecided',
  'reopeningAsked',
  'reopeningDecided',
  'targetIssued',
  'targetChanged',
  'followUpAssigned',
  'followUpReturned',
  'followUpExtension',
  'followUpClosed',
  'followUpDropped',
  'followUpReported',
  'followUpAsked',
  'consequenceConfirmed',
  'appealFiled',
  'appealAccepted',
  'appealRejected',
  'appealDecided',
  'appealReviewAsked',
  'reportPublished',
  'rankingPublished',
  'announced',
  'draftWaits',
  'remarked',
  'followUpRemarked',
  'remarkRaised',
  'remarkAnswered',
  'taskAdded',
  'taskWithdrawn',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Who is told: the office, leaders, who wrote a remark, both roles of a unit, its reporters, or who reviews a return next. */
export const audiences = [
  'office',
  'leaders',
  'unit',
  'reporters',
  'reviewers',
  'nextReviewers',
  'followUpUnit',
  'remarkLeader',
  'taskUnit',
  'consequenceUnit',
  'appealUnit',
  'reportUnits',
  'runUnits',
] as const;
export type Audience = (typeof audiences)[number];

/** What a command tells an audience; the subject is a key of the audit trail. */
export type Telling = { readonly kind: NoticeKind; readonly audience: Audience; readonly subject: string };

/** What is sent to other systems: notices, and to a program that there is something new. */
export const outboxKinds = [...noticeKinds, 'newFigures'] as const;
export type OutboxKind = (typeof outboxKinds)[number];

/** The states of a message to another system: it waits, or was given up. */
export const outboxStates = ['waiting', 'failed'] as const;
