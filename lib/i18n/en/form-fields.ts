import type { Words } from '@/lib/i18n/words';
import type { formFields as shape } from '@/lib/i18n/zh-CN/form-fields';

const definition = { validFrom: 'From which day' };
const calledScheme = { schemeCode: 'Code', note: 'Note on the version' };
const newPassword = { password: 'New password', repeated: 'New password once more' };
const code = { code: 'Code' };
const newUnit = { validFrom: 'Set up on', after: 'Comes after' };
const newTopic = { parentCode: 'Above it' };
const group = { nameZh: 'Name' };
const newTarget = { note: 'Set by' };
const newFollowUp = {
  title: 'Follow-up',
  matter: 'Matter',
  unit: 'Unit',
  assisting: 'Assisting units',
  dueOn: 'Due',
  originKind: 'Raised from',
  originNote: 'Meeting or cause',
  conditionIndicator: 'Condition: indicator',
  conditionUnit: 'Condition: unit',
  conditionPeriod: 'Condition: period',
  conditionSide: 'Condition: side',
  conditionValue: 'Condition: value',
};
const returning = { reason: 'Reason of the return' };
const decided = { outcome: 'Decision', reason: 'Reasons of the decision' };
const going = { reason: 'Reason to go on' };

const note = {
  titleZh: 'Word or title, in Chinese',
  titleEn: 'In English',
  textZh: 'Explanation, in Chinese',
  textEn: 'Explanation, in English',
  since: 'From',
  until: 'To',
  awardedBy: 'Awarding body',
  sourceCode: 'Source',
};

export const formFields: Words<typeof shape> = {
  annotation: { record: note, correct: note },
  appeal: {
    file: { about: 'About', grounds: 'Grounds', asks: 'Asks for' },
    attach: { file: 'Evidence' },
    reject: { reason: 'Reason of the rejection' },
    decide: decided,
    askReview: { reason: 'Reason to ask for a review' },
    decideReview: decided,
    settle: { remedy: 'Led to', note: 'Note' },
    close: { note: 'Note' },
    withdraw: { note: 'Note' },
  },
  adjustment: { record: { state: 'Record as' }, revoke: { reason: 'Why it is revoked' } },
  cited: {
    record: { reason: 'Reason of the correction' },
    withdraw: { restores: 'After the withdrawal' },
    refuse: { reason: 'Reason of the refusal' },
    import: { reason: 'Reason of corrections' },
  },
  task: {
    add: {
      title: 'Task',
      goal: 'What is to be reached',
      dueOn: 'Due on',
      responsible: 'Responsible person',
      indicator: 'Indicator',
      followUp: 'Follow-up',
      reason: 'Reason to add',
    },
    plan: { measure: 'Measure', responsible: 'Responsible person' },
    note: { note: 'Progress' },
    move: { note: 'Progress' },
    withdraw: { reason: 'Reason to withdraw' },
  },
  taskTemplate: {
    save: { title: 'Name of the template', taskTitle: 'Task', goal: 'What is to be reached', dueOn: 'Due on' },
  },
  consequence: {
    confirm: { reason: 'Reason to confirm' },
    decline: { reason: 'Reason to decline' },
    enter: { on: 'Done on', paper: 'Paper number (optional)', words: 'What was done' },
    complete: { on: 'Completed on', paper: 'Paper number (optional)', words: 'How it was completed' },
  },
  consequenceRules: {
    save: {
      nameZh: 'Name of the rule',
      nameEn: 'English name',
      group: 'Group',
      firstMonth: 'From which month on',
      measure: 'What it proposes',
      indicator: 'Indicator',
      months: 'How many months',
      scheme: 'Scheme',
      places: 'How many last places',
      times: 'In how many results',
      of: 'Of how many latest results',
      grades: 'Grades',
      days: 'Days overdue',
      base: 'Base (%)',
      byGrade: 'What each grade has or adds',
      cap: 'Never above (%)',
    },
  },
  outbox: { drop: { reason: 'Why it is not sent' } },
  contact: { set: { name: 'Contact' } },
  followUp: {
    raise: newFollowUp,
    edit: newFollowUp,
    plan: { measures: 'Measures' },
    note: { note: 'Progress' },
    report: { report: 'Result' },
    sendBack: returning,
    close: { finding: 'Finding of the check', despite: 'Close although no figure meets the condition' },
    askExtension: { until: 'Extended until', reason: 'Reason of the request' },
    decideExtension: { decision: 'Answer', reason: 'Reason of the answer' },
    merge: { into: 'Into which', reason: 'Reason of the merger' },
    transfer: { to: 'Transfer to', reason: 'Reason of the transfer' },
    drop: { reason: 'Reason of the withdrawal' },
    attach: { file: 'Evidence' },
    remark: { remark: 'Remark', aboutMonth: 'Month of the lamp' },
    remarkUpon: { remark: 'Remark' },
    answerRemark: { reason: 'Why none is needed' },
  },
  group: { create: { ...group, add: 'Members' }, edit: group },
  indicator: {
    create: definition,
    define: { ...definition, isBreak: 'Comparable with before?' },
    retire: { retiredOn: 'In use until', replacedBy: 'Replaced by which indicator' },
  },
  mapping: {
    save: {
      headFrom: 'First row',
      headTo: 'Last row',
      months: 'Below a year-to-date title, months are',
      measure: 'Where no unit of measure is stated',
      name: 'Sheet of the file',
    },
    keep: { name: 'Name' },
    rename: { name: 'Name' },
    cite: { sourceCode: 'Source', rankScope: 'Among whom the ranks are', reason: 'Reason for the changes' },
    fill: { collectionId: 'Collection' },
  },
  password: { change: newPassword },
  place: {
    draft: {
      nameZh: 'Name of the place',
      homeUnits: 'Home units',
      sectionUnit: 'Unit',
      sectionAlso: 'Other units in the same section',
      sectionGroup: 'Ranked in',
      sectionTopics: 'By topic',
      sectionIndicators: 'Or indicators, one a line',
      chartIndicator: 'Indicator',
      chartGroup: 'Ranked in',
      chartPeriod: 'Period',
      chartUnit: 'Unit',
      companions: "Indicators shown in another one's card",
      comparisonName: 'Name',
      comparisonEn: 'English name',
      comparisonAddress: 'Address',
    },
  },
  publicity: {
    announce: {
      firstDay: 'First day',
      lastDay: 'Last day',
      body: 'Received by',
      contact: 'Contact',
      telephone: 'Telephone',
      words: 'Announcement',
      reason: 'Reason of the correction',
    },
  },
  proposal: { refuse: { reason: 'Why you do not agree' } },
  review: {
    approve: { reason: 'Reason for approving' },
    return: returning,
    returnUnits: returning,
    verify: { typed: 'Approved figure', typedYoy: 'Its growth on year', reason: 'Why' },
  },
  rule: { create: { validFrom: 'From which day' }, change: { validFrom: 'From which day' } },
  run: { approve: going, publish: going },
  scheme: {
    create: { ...calledScheme, copyOf: 'Begin with' },
    import: { ...calledScheme, file: 'File', weights: 'Weights from' },
    revise: calledScheme,
    edit: calledScheme,
  },
  secondFactor: { enable: code, disable: code, renewCodes: code },
  session: { confirm: code, choosePassword: newPassword },
  submission: {
    askReopening: { reason: 'Reason of the request' },
    askExtension: { untilOn: 'Wished day', reason: 'Reason of the request' },
  },
  lamp: { set: { month: 'Month', colour: 'Lamp', reason: 'Reason' } },
  yearPlan: { save: { dueOn: 'Due' } },
  report: { prepare: { group: 'Group', month: 'Month', kind: 'Step', note: 'Remarks' }, edit: { note: 'Remarks' } },
  lampRules: { save: { nameZh: 'Name' } },
  target: {
    issue: newTarget,
    change: { ...newTarget, values: 'Typed plan' },
    import: { file: 'Sheet of targets' },
  },
  topic: { create: newTopic, edit: newTopic },
  unit: {
    create: newUnit,
    edit: newUnit,
    rename: { nameZh: 'New name' },
    merge: { unit: 'Which units are merged', note: 'By which document' },
    split: { kind: 'Kind of the new units', note: 'By which document' },
  },
  user: { import: { file: 'File' } },
};
