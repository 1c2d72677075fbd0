import { accountRoles, type Role, type Scope } from '@/lib/access/words';

/** The state of an account: active, waiting for its owner to choose a password, or disabled. */
export type AccountState = 'active' | 'waiting' | 'disabled';

export type Grant = {
  readonly roles: readonly Role[];
  /** The rows that it reaches: one's own account, one's own unit, the indicators one is responsible for, everything. */
  readonly scope: Scope;
  /** For commands on an account: the states in which the account may be. */
  readonly states?: readonly AccountState[];
  /** Also allowed while the session is restricted because a second factor must be set up first. */
  readonly evenUnenrolled?: true;
};

const everybody = [...accountRoles];
const anybody = ['visitor', ...accountRoles] as const;
const administrator = ['administrator'] as const;
const overseers = ['administrator', 'auditor'] as const;
const office = ['assessmentOffice'] as const;
const reporter = ['reporter'] as const;
const citing = ['assessmentOffice', 'departmentReviewer'] as const;
const mappers = ['assessmentOffice', 'departmentReviewer', 'reporter'] as const;
const unitsOwn = ['reporter', 'unitReviewer'] as const;
const reviewers = ['unitReviewer', 'departmentReviewer'] as const;

/**
 * The table of permissions: every command with the roles that may give it, the rows it reaches and their states. It is
 * the only source, also shown as a page; a command missing here is refused and does not type-check.
 */
export const permissions = {
  'dataset.load': { roles: ['system'], scope: 'all' },
  'demonstration.load': { roles: ['system'], scope: 'all' },
  'figures.import': { roles: ['system'], scope: 'all' },

  'catalogue.import': { roles: ['assessmentOffice', 'system'], scope: 'all' },
  'indicator.derive': { roles: office, scope: 'all' },
  'place.draft': { roles: office, scope: 'all' },
  'place.adopt': { roles: office, scope: 'all' },

  'collection.open': { roles: office, scope: 'all' },
  'collection.edit': { roles: office, scope: 'all' },
  'collection.close': { roles: office, scope: 'all' },
  'collection.remind': { roles: office, scope: 'all' },
  'calendar.create': { roles: office, scope: 'all' },
  'calendar.edit': { roles: office, scope: 'all' },
  'calendar.run': { roles: ['assessmentOffice', 'system'], scope: 'all' },

  'indicator.create': { roles: office, scope: 'all' },
  'indicator.edit': { roles: office, scope: 'all' },
  'indicator.define': { roles: office, scope: 'all' },
  'indicator.retire': { roles: office, scope: 'all' },
  'indicator.delete': { roles: office, scope: 'all' },
  'topic.create': { roles: office, scope: 'all' },
  'topic.edit': { roles: office, scope: 'all' },
  'topic.orderIndicators': { roles: office, scope: 'all' },
  'topic.delete': { roles: office, scope: 'all' },
  'source.create': { roles: office, scope: 'all' },
  'source.edit': { roles: office, scope: 'all' },
  'source.attach': { roles: office, scope: 'all' },
  'source.withdraw': { roles: office, scope: 'all' },
  'source.restore': { roles: office, scope: 'all' },
  'source.delete': { roles: office, scope: 'all' },
  'cited.record': { roles: citing, scope: 'responsible' },
  'cited.withdraw': { roles: citing, scope: 'responsible' },
  'cited.confirm': { roles: citing, scope: 'responsible' },
  'cited.refuse': { roles: citing, scope: 'responsible' },
  'cited.takeBack': { roles: citing, scope: 'responsible' },
  'cited.import': { roles: citing, scope: 'responsible' },
  'mapping.upload': { roles: mappers, scope: 'ownUnit' },
  'mapping.save': { roles: mappers, scope: 'ownUnit' },
  'mapping.keep': { roles: mappers, scope: 'ownUnit' },
  'mapping.rename': { roles: mappers, scope: 'ownUnit' },
  'mapping.retire': { roles: mappers, scope: 'ownUnit' },
  'mapping.cite': { roles: citing, scope: 'responsible' },
  'mapping.fill': { roles: reporter, scope: 'ownUnit' },
  'mapping.abandon': { roles: mappers, scope: 'ownUnit' },

  'contact.set': { roles: ['reporter', 'unitReviewer', 'administrator'], scope: 'ownUnit' },

  'submission.save': { roles: reporter, scope: 'ownUnit' },
  'submission.submit': { roles: reporter, scope: 'ownUnit' },
  'submission.withdraw': { roles: reporter, scope: 'ownUnit' },
  'submission.askReopening': { roles: ['reporter', ...reviewers], scope: 'ownUnit' },
  'submission.decideReopening': { roles: office, scope: 'all' },
  'submission.extend': { roles: office, scope: 'all' },
  'submission.askExtension': { roles: reporter, scope: 'ownUnit' },
  'submission.refuseExtension': { roles: office, scope: 'all' },
  'attachment.add': { roles: ['reporter', 'assessmentOffice'], scope: 'ownUnit' },
  'upload.stage': { roles: reporter, scope: 'ownUnit' },
  'upload.commit': { roles: reporter, scope: 'ownUnit' },
  'upload.undo': { roles: reporter, scope: 'ownUnit' },
  'upload.forget': { roles: ['system'], scope: 'all' },

  'review.approve': { roles: reviewers, scope: 'responsible' },
  'review.return': { roles: reviewers, scope: 'responsible' },
  'review.verify': { roles: reviewers, scope: 'responsible' },
  'review.approveUnits': { roles: reviewers, scope: 'responsible' },
  'review.returnUnits': { roles: reviewers, scope: 'responsible' },
  'review.undo': { roles: reviewers, scope: 'responsible' },

  'rule.create': { roles: office, scope: 'all' },
  'rule.change': { roles: office, scope: 'all' },

  'scheme.create': { roles: office, scope: 'all' },
  'scheme.import': { roles: office, scope: 'all' },
  'scheme.edit': { roles: office, scope: 'all' },
  'scheme.revise': { roles: office, scope: 'all' },
  'scheme.discard': { roles: office, scope: 'all' },
  'scheme.publish': { roles: office, scope: 'all' },
  'run.compute': { roles: office, scope: 'all' },
  'run.analyse': { roles: office, scope: 'all' },
  'run.discard': { roles: office, scope: 'all' },
  'run.approve': { roles: office, scope: 'all' },
  'run.publish': { roles: office, scope: 'all' },
  'adjustment.record': { roles: office, scope: 'all' },
  'adjustment.advance': { roles: office, scope: 'all' },
  'adjustment.revoke': { roles: office, scope: 'all' },
  'publicity.announce': { roles: office, scope: 'all' },
  'appeal.file': { roles: unitsOwn, scope: 'ownUnit' },
  'appeal.attach': { roles: unitsOwn, scope: 'ownUnit' },
  'appeal.withdraw': { roles: unitsOwn, scope: 'ownUnit' },
  'appeal.accept': { roles: office, scope: 'all' },
  'appeal.reject': { roles: office, scope: 'all' },
  'appeal.decide': { roles: office, scope: 'all' },
  'appeal.askReview': { roles: unitsOwn, scope: 'ownUnit' },
  'appeal.decideReview': { roles: office, scope: 'all' },
  'appeal.settle': { roles: office, scope: 'all' },
  'appeal.close': { roles: office, scope: 'all' },

  'unit.create': { roles: office, scope: 'all' },
  'unit.edit': { roles: office, scope: 'all' },
  'unit.rename': { roles: office, scope: 'all' },
  'unit.move': { roles: office, scope: 'all' },
  'unit.retire': { roles: office, scope: 'all' },
  'unit.merge': { roles: office, scope: 'all' },
  'unit.split': { roles: office, scope: 'all' },
  'unit.delete': { roles: office, scope: 'all' },
  'group.create': { roles: office, scope: 'all' },
  'group.edit': { roles: office, scope: 'all' },
  'group.changeMembers': { roles: office, scope: 'all' },
  'group.order': { roles: office, scope: 'all' },
  'group.delete': { roles: office, scope: 'all' },
  'annotation.record': { roles: office, scope: 'all' },
  'annotation.correct': { roles: office, scope: 'all' },
  'annotation.withdraw': { roles: office, scope: 'all' },
  'proposal.confirm': { roles: office, scope: 'all' },
  'proposal.refuse': { roles: office, scope: 'all' },
  'proposal.takeBack': { roles: office, scope: 'all' },
  'target.save': { roles: office, scope: 'all' },
  'target.import': { roles: office, scope: 'all' },
  'target.issue': { roles: office, scope: 'all' },
  'target.answer': { roles: unitsOwn, scope: 'ownUnit' },
  'target.change': { roles: office, scope: 'all' },
  'target.withdraw': { roles: office, scope: 'all' },
  'target.confirmChange': { roles: office, scope: 'all' },
  'lamp.set': { roles: office, scope: 'all' },
  'yearPlan.save': { roles: office, scope: 'all' },
  'report.prepare': { roles: office, scope: 'all' },
  'report.edit': { roles: office, scope: 'all' },
  'report.publish': { roles: office, scope: 'all' },
  'report.drop': { roles: office, scope: 'all' },
  'lampRules.save': { roles: office, scope: 'all' },
  'lampRules.adopt': { roles: office, scope: 'all' },
  'lampRules.end': { roles: office, scope: 'all' },

  'followUp.raise': { roles: office, scope: 'all' },
  'followUp.edit': { roles: office, scope: 'all' },
  'followUp.assign': { roles: office, scope: 'all' },
  'followUp.sign': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.plan': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.note': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.attach': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.report': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.check': { roles: office, scope: 'all' },
  'followUp.sendBack': { roles: office, scope: 'all' },
  'followUp.close': { roles: office, scope: 'all' },
  'followUp.askExtension': { roles: unitsOwn, scope: 'ownUnit' },
  'followUp.decideExtension': { roles: office, scope: 'all' },
  'followUp.merge': { roles: office, scope: 'all' },
  'followUp.transfer': { roles: office, scope: 'all' },
  'followUp.drop': { roles: office, scope: 'all' },
  'followUp.remark': { roles: ['leader'], scope: 'all' },
  'followUp.remarkUpon': { roles: ['leader'], scope: 'all' },
  'followUp.answerRemark': { roles: office, scope: 'all' },

  'consequenceRules.save': { roles: office, scope: 'all' },
  'consequenceRules.adopt': { roles: office, scope: 'all' },
  'consequenceRules.end': { roles: office, scope: 'all' },
  'consequence.propose': { roles: office, scope: 'all' },
  'consequence.confirm': { roles: office, scope: 'all' },
  'consequence.decline': { roles: office, scope: 'all' },
  'consequence.enter': { roles: office, scope: 'all' },
  'consequence.complete': { roles: office, scope: 'all' },

  'notice.read': { roles: everybody, scope: 'self' },
  'outbox.retry': { roles: ['administrator'], scope: 'all' },
  'outbox.drop': { roles: ['administrator'], scope: 'all' },
  'notice.forget': { roles: ['system'], scope: 'all' },
  'task.add': { roles: office, scope: 'all' },
  'task.plan': { roles: unitsOwn, scope: 'ownUnit' },
  'task.move': { roles: unitsOwn, scope: 'ownUnit' },
  'task.note': { roles: unitsOwn, scope: 'ownUnit' },
  'task.withdraw': { roles: office, scope: 'all' },
  'taskTemplate.save': { roles: office, scope: 'all' },
  'taskTemplate.handOut': { roles: office, scope: 'all' },
  'bulletin.draft': { roles: office, scope: 'all' },
  'bulletin.edit': { roles: office, scope: 'all' },
  'bulletin.check': { roles: office, scope: 'all' },
  'bulletin.issue': { roles: office, scope: 'all' },
  'bulletin.drop': { roles: office, scope: 'all' },
  'board.create': { roles: everybody, scope: 'self' },
  'board.edit': { roles: everybody, scope: 'self' },
  'board.restore': { roles: everybody, scope: 'self' },
  'board.share': { roles: everybody, scope: 'self' },
  'board.remove': { roles: everybody, scope: 'self' },
  'board.publish': { roles: office, scope: 'all' },
  'board.withdraw': { roles: office, scope: 'all' },
  'display.create': { roles: ['assessmentOffice', 'administrator'], scope: 'all' },
  'display.revoke': { roles: ['assessmentOffice', 'administrator'], scope: 'all' },
  'register.save': { roles: office, scope: 'all' },
  'register.import': { roles: office, scope: 'all' },
  'register.link': { roles: office, scope: 'all' },
  'register.unlink': { roles: office, scope: 'all' },
  'register.fix': { roles: office, scope: 'all' },
  'registerEntry.save': { roles: office, scope: 'all' },
  'registerEntry.visit': { roles: [...unitsOwn, 'assessmentOffice'], scope: 'ownUnit' },

  'session.open': { roles: anybody, scope: 'self', states: ['active', 'waiting'], evenUnenrolled: true },
  'session.confirm': { roles: anybody, scope: 'self', states: ['active', 'waiting'], evenUnenrolled: true },
  'session.choosePassword': { roles: anybody, scope: 'self', states: ['active', 'waiting'], evenUnenrolled: true },
  'session.close': { roles: everybody, scope: 'self', evenUnenrolled: true },
  'session.closeOthers': { roles: everybody, scope: 'self' },
  'password.change': { roles: everybody, scope: 'self' },
  'secondFactor.begin': { roles: everybody, scope: 'self', evenUnenrolled: true },
  'secondFactor.enable': { roles: everybody, scope: 'self', evenUnenrolled: true },
  'secondFactor.renewCodes': { roles: everybody, scope: 'self' },
  'secondFactor.disable': { roles: everybody, scope: 'self' },

  'user.create': { roles: ['administrator', 'system'], scope: 'all' },
  'user.import': { roles: administrator, scope: 'all' },
  'user.edit': { roles: administrator, scope: 'all', states: ['active', 'waiting', 'disabled'] },
  'user.disable': { roles: administrator, scope: 'all', states: ['active', 'waiting'] },
  'user.enable': { roles: administrator, scope: 'all', states: ['disabled'] },
  'user.resetPassword': { roles: administrator, scope: 'all', states: ['active', 'waiting'] },
  'user.resetSecondFactor': { roles: administrator, scope: 'all', states: ['active', 'waiting'] },
  'user.revokeSessions': { roles: administrator, scope: 'all', states: ['active', 'waiting'] },
  'user.unlock': { roles: administrator, scope: 'all', states: ['active', 'waiting'] },
  'audit.check': { roles: ['system'], scope: 'all' },
  'backup.ask': { roles: administrator, scope: 'all' },
  'backup.record': { roles: ['system'], scope: 'all' },
  'backup.restore': { roles: ['system'], scope: 'all' },
  'apiClient.create': { roles: administrator, scope: 'all' },
  'apiClient.revoke': { roles: administrator, scope: 'all' },
} as const satisfies Readonly<Record<string, Grant>>;

export type CommandName = keyof typeof permissions;
export const commandNames = Object.keys(permissions) as CommandName[];

/** Views besides the published figures, with the roles that may see them. */
export const views = {
  published: anybody,
  workbench: everybody,
  entry: reporter,
  review: reviewers,
  readReturns: [...reviewers, 'assessmentOffice'],
  collections: ['assessmentOffice', 'leader', 'auditor'],
  manageCollections: office,
  managePlace: office,
  manageCatalogue: office,
  manageIndicators: office,
  rules: everybody,
  manageRules: office,
  manageSources: office,
  cited: citing,
  mapping: mappers,
  schemeDrafts: ['assessmentOffice', 'leader', 'auditor'],
  manageSchemes: office,
  runs: ['assessmentOffice', 'leader', 'auditor'],
  manageRuns: office,
  ledger: ['assessmentOffice', 'leader', 'auditor'],
  manageLedger: office,
  appeals: [...unitsOwn, 'assessmentOffice', 'leader', 'auditor'],
  allAppeals: ['assessmentOffice', 'leader', 'auditor'],
  ownAppeals: unitsOwn,
  manageAppeals: office,
  manageUnits: office,
  manageAnnotations: office,
  proposals: ['assessmentOffice', 'auditor'],
  whatIf: everybody,
  manageTargets: office,
  ownTargets: unitsOwn,
  responsibilities: everybody,
  lamps: everybody,
  yearPlan: everybody,
  manageYearPlan: office,
  reports: everybody,
  reportDrafts: ['assessmentOffice', 'leader', 'auditor'],
  manageReports: office,
  leading: ['leader', 'assessmentOffice'],
  lampRules: everybody,
  lampRuleDrafts: ['assessmentOffice', 'leader', 'auditor'],
  manageLampRules: office,
  followUps: [...unitsOwn, 'assessmentOffice', 'leader', 'auditor'],
  allFollowUps: ['assessmentOffice', 'leader', 'auditor'],
  manageFollowUps: office,
  consequences: [...unitsOwn, 'assessmentOffice', 'leader', 'auditor'],
  allConsequences: ['assessmentOffice', 'leader', 'auditor'],
  manageConsequences: office,
  consequenceRules: ['assessmentOffice', 'leader', 'auditor'],
  manageConsequenceRules: office,
  notices: everybody,
  taskLists: [...unitsOwn, 'assessmentOffice', 'leader', 'auditor'],
  allTaskLists: ['assessmentOffice', 'leader', 'auditor'],
  taskTemplates: ['assessmentOffice', 'leader', 'auditor'],
  manageTaskTemplates: office,
  bulletins: everybody,
  bulletinDrafts: ['assessmentOffice', 'leader', 'auditor'],
  manageBulletins: office,
  composeBoards: everybody,
  displays: ['assessmentOffice', 'administrator', 'auditor'],
  registers: [...unitsOwn, 'assessmentOffice', 'leader', 'auditor'],
  allRegisters: ['assessmentOffice', 'leader', 'auditor'],
  manageRegisters: office,
  account: everybody,
  roles: anybody,
  users: ['administrator', 'auditor'],
  manageUsers: administrator,
  ...{ clients: overseers, backups: overseers, state: overseers, settings: overseers },
  audit: ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type ViewName = keyof typeof views;

/** The grant of a command. */
export function grantOf(command: CommandName): Grant {
  return permissions[command];
}

/** Whether the role may ever give the command. The command itself checks the rows. */
export function may(role: Role, command: CommandName): boolean {
  return grantOf(command).roles.includes(role);
}

/** Whether the role may see the view. */
export function maySee(role: Role, view: ViewName): boolean {
  const allowed: readonly Role[] = views[view];
  return allowed.includes(role);
}
