import type { Change } from '@/lib/access/audit/record-event';
import type { CommandName } from '@/lib/access/permissions';
import type { Audience, NoticeKind, Telling } from '@/lib/notices/words';

/** What a change of a command tells, and to whom. */
type Rule = (change: Change) => readonly Telling[];

/** Commands that tell nobody. A command is named here or in `told`, or it does not compile. */
const silent = {
  ofTheProduct: [
    'dataset.load',
    'demonstration.load',
    'figures.import',
    'upload.forget',
    'notice.forget',
    'audit.check',
    'backup.ask',
    'backup.record',
    'backup.restore',
    'outbox.retry',
    'outbox.drop',
  ],
  ofTheOwnAccount: [
    'notice.read',
    'session.open',
    'session.confirm',
    'session.choosePassword',
    'session.close',
    'session.closeOthers',
    'password.change',
    'secondFactor.begin',
    'secondFactor.enable',
    'secondFactor.renewCodes',
    'secondFactor.disable',
  ],
  ofAccounts: [
    'user.create',
    'user.import',
    'user.edit',
    'user.disable',
    'user.enable',
    'user.resetPassword',
    'user.resetSecondFactor',
    'user.revokeSessions',
    'user.unlock',
    'apiClient.create',
    'apiClient.revoke',
  ],
  /** What waits for a second person among these is in a list of its own, by the hundred. */
  ofCitedFigures: [
    'cited.record',
    'cited.withdraw',
    'cited.confirm',
    'cited.refuse',
    'cited.takeBack',
    'cited.import',
    'source.create',
    'source.edit',
    'source.attach',
    'source.withdraw',
    'source.restore',
    'source.delete',
  ],
  ofTheCatalogue: [
    'catalogue.import',
    'place.adopt',
    'indicator.create',
    'indicator.edit',
    'indicator.delete',
    'topic.create',
    'topic.edit',
    'topic.orderIndicators',
    'topic.delete',
    'unit.create',
    'unit.edit',
    'unit.delete',
    'group.edit',
    'group.order',
    'group.delete',
    'proposal.confirm',
    'proposal.refuse',
    'proposal.takeBack',
    'rule.create',
    'rule.change',
  ],
  /** The task itself is on the workbench of its units from the first day. */
  ofCollections: [
    'collection.open',
    'collection.edit',
    'collection.close',
    'calendar.create',
    'calendar.edit',
    'calendar.run',
    'contact.set',
  ],
  ofTyping: [
    'mapping.upload',
    'mapping.save',
    'mapping.keep',
    'mapping.rename',
    'mapping.retire',
    'mapping.cite',
    'mapping.fill',
    'mapping.abandon',
    'submission.save',
    'submission.withdraw',
    'attachment.add',
    'upload.stage',
    'upload.commit',
    'upload.undo',
    'review.verify',
    'review.undo',
  ],
  ofAssessment: [
    'scheme.create',
    'scheme.import',
    'scheme.edit',
    'scheme.revise',
    'scheme.discard',
    'scheme.publish',
    'run.analyse',
    'run.discard',
    'adjustment.revoke',
    'appeal.attach',
    'appeal.withdraw',
    'appeal.settle',
    'appeal.close',
  ],
  ofTaskLists: ['task.plan', 'task.move', 'task.note', 'taskTemplate.save'],
  /** What waits for a second person is at the top of the list of documents. */
  ofBulletins: ['bulletin.draft', 'bulletin.edit', 'bulletin.check', 'bulletin.issue', 'bulletin.drop'],
  ofBoards: [
    'board.create',
    'board.edit',
    'board.restore',
    'board.share',
    'board.remove',
    'board.publish',
    'board.withdraw',
    'display.create',
    'display.revoke',
  ],
  /** What waits for a second person is in the list of cited figures. */
  ofRegisters: [
    'register.save',
    'register.import',
    'register.link',
    'register.unlink',
    'register.fix',
    'registerEntry.save',
    'registerEntry.visit',
  ],
  ofMonitoring: [
    'target.save',
    'target.import',
    'target.answer',
    'lamp.set',
    'yearPlan.save',
    'report.edit',
    'report.drop',
    'lampRules.adopt',
    'lampRules.end',
    'followUp.edit',
    'followUp.sign',
    'followUp.plan',
    'followUp.note',
    'followUp.attach',
    'followUp.check',
    'followUp.merge',
    'consequenceRules.adopt',
    'consequenceRules.end',
    'consequence.propose',
    'consequence.decline',
    'consequence.enter',
    'consequence.complete',
  ],
} as const satisfies Readonly<Record<string, readonly CommandName[]>>;

type Silent = (typeof silent)[keyof typeof silent][number];

/** Tells of changes of one kind of subject, and where `when` is given of those whose outcome fits. */
function of(
  prefix: string,
  kind: NoticeKind,
  to: readonly Audience[],
  when: (after: Readonly<Record<string, unknown>>) => boolean = () => true,
): Rule {
  return ({ subject, after }) =>
    subject.split('/')[0] === prefix && typeof after === 'object' && after !== null && when({ ...after })
      ? to.map((audience) => ({ kind, audience, subject }))
      : [];
}

/** Tells what several rules tell. */
const both =
  (...rules: readonly Rule[]): Rule =>
  (change) =>
    rules.flatMap((rule) => rule(change));

/** Tells the unit of a follow-up, which knows nothing of one that was not assigned. */
function toUnit(kind: NoticeKind): Rule {
  return (change) => {
    const { before } = change;
    const isRaised = typeof before === 'object' && before !== null && 'stage' in before && before.stage === 'raised';
    return isRaised ? [] : of('followUp', kind, ['followUpUnit'])(change);
  };
}

const unit = ['unit'] as const;
const office = ['office'] as const;
const has = (name: string) => (after: Readonly<Record<string, unknown>>) => name in after;
const is = (name: string, value: unknown) => (after: Readonly<Record<string, unknown>>) => after[name] === value;
const decided = both(
  of('submission', 'approved', unit, has('approved')),
  of('submission', 'toReview', ['nextReviewers'], has('passed')),
);
const sentBack = of('submission', 'returned', unit);
const proposed = of('proposal', 'draftWaits', office, has('proposed'));

/** Who is told of what, by command. */
export const told: Readonly<Record<Exclude<CommandName, Silent>, Rule>> = {
  'collection.remind': of('submission', 'reminded', unit),
  'submission.submit': of('submission', 'toReview', ['reviewers']),
  'review.approve': decided,
  'review.approveUnits': decided,
  'review.return': sentBack,
  'review.returnUnits': sentBack,
  'submission.askExtension': of('submission', 'extensionAsked', office),
  'submission.extend': of('submission', 'extensionDecided', ['reporters']),
  'submission.refuseExtension': of('submission', 'extensionDecided', ['reporters']),
  'submission.askReopening': of('submission', 'reopeningAsked', office),
  'submission.decideReopening': of('submission', 'reopeningDecided', ['reporters']),

  'target.issue': of('target', 'targetIssued', unit),
  'target.change': of('target', 'draftWaits', office),
  'target.withdraw': of('target', 'draftWaits', office),
  'target.confirmChange': of('target', 'targetChanged', unit, isConfirmed),

  'followUp.assign': of('followUp', 'followUpAssigned', ['followUpUnit']),
  'followUp.transfer': of('followUp', 'followUpAssigned', ['followUpUnit']),
  'followUp.sendBack': of('followUp', 'followUpReturned', ['followUpUnit']),
  'followUp.decideExtension': of('followUp', 'followUpExtension', ['followUpUnit']),
  'followUp.close': of('followUp', 'followUpClosed', ['followUpUnit']),
  'followUp.drop': toUnit('followUpDropped'),
  'followUp.report': of('followUp', 'followUpReported', office),
  'followUp.askExtension': of('followUp', 'followUpAsked', office),
  'followUp.raise': of('remark', 'remarkRaised', ['remarkLeader']),
  'followUp.remark': of('remark', 'remarked', office),
  'followUp.answerRemark': of('remark', 'remarkAnswered', ['remarkLeader']),
  'followUp.remarkUpon': both(of('followUp', 'followUpRemarked', office), toUnit('followUpRemarked')),

  'task.add': ({ after }) => (isOf(after, 'unit') ? [toList(after, `${after.unit}`)] : []),
  'task.withdraw': of('task', 'taskWithdrawn', ['taskUnit']),
  'taskTemplate.handOut': ({ after }) =>
    isOf(after, 'unitCodes') && Array.isArray(after.unitCodes)
      ? after.unitCodes.map((code) => toList(after, `${code}`))
      : [],

  'consequence.confirm': of('consequence', 'consequenceConfirmed', ['consequenceUnit']),

  'appeal.file': of('appeal', 'appealFiled', office),
  'appeal.accept': of('appeal', 'appealAccepted', ['appealUnit']),
  'appeal.reject': of('appeal', 'appealRejected', ['appealUnit']),
  'appeal.decide': of('appeal', 'appealDecided', ['appealUnit']),
  'appeal.askReview': of('appeal', 'appealReviewAsked', office),
  'appeal.decideReview': of('appeal', 'appealDecided', ['appealUnit']),

  'report.prepare': of('report', 'draftWaits', office),
  'report.publish': of('report', 'reportPublished', ['leaders', 'reportUnits']),
  'run.compute': of('run', 'draftWaits', office),
  'run.approve': of('run', 'draftWaits', office),
  'run.publish': of('run', 'rankingPublished', ['leaders', 'runUnits'], is('state', 'published')),
  'publicity.announce': of('run', 'announced', ['leaders', 'runUnits']),
  'adjustment.record': of('adjustment', 'draftWaits', office),
  'adjustment.advance': of('adjustment', 'draftWaits', office, (after) => after.state !== 'confirmed'),

  'lampRules.save': of('lampRules', 'draftWaits', office),
  'consequenceRules.save': of('consequenceRules', 'draftWaits', office),
  'place.draft': of('place', 'draftWaits', office),
  'indicator.define': proposed,
  'indicator.derive': proposed,
  'indicator.retire': proposed,
  'unit.rename': proposed,
  'unit.move': proposed,
  'unit.retire': proposed,
  'unit.merge': proposed,
  'unit.split': proposed,
  'group.create': proposed,
  'group.changeMembers': proposed,
  'annotation.record': proposed,
  'annotation.correct': proposed,
  'annotation.withdraw': proposed,
};

const isOf = <Key extends string>(after: unknown, key: Key): after is Record<Key | 'year', unknown> =>
  typeof after === 'object' && after !== null && key in after && 'year' in after;

/** Tells a unit that its list of a year has more tasks. */
function toList({ year }: { readonly year: unknown }, code: string): Telling {
  const subject = `taskList/${year}/${code}`;
  return { kind: 'taskAdded', audience: 'unit', subject };
}

/** Whether changes of targets hold; of one that was dropped its unit never knew. */
function isConfirmed(after: Readonly<Record<string, unknown>>): boolean {
  return !Object.values(after).some((one) => typeof one === 'object' && one !== null && 'state' in one);
}

/** What the changes of a command tell; each telling once. */
export function tellingsOf(command: CommandName, changes: readonly Change[]): Telling[] {
  if (!isTold(command)) return [];
  return changes.flatMap(told[command]);
}

const isTold = (command: CommandName): command is keyof typeof told => Object.hasOwn(told, command);
