const definition = { validFrom: '从哪天起' };
const calledScheme = { schemeCode: '代码', note: '版本说明' };
const newPassword = { password: '新密码', repeated: '再输一次新密码' };
const code = { code: '验证码' };
const newUnit = { validFrom: '设立日期', after: '排在谁之后' };
const newTopic = { parentCode: '上级领域' };
const group = { nameZh: '名称' };
const newTarget = { note: '目标依据' };
const newFollowUp = {
  title: '督办事项',
  matter: '事项与要求',
  unit: '责任单位',
  assisting: '配合单位',
  dueOn: '办结期限',
  originKind: '来源',
  originNote: '会议名称或由来',
  conditionIndicator: '条件：指标',
  conditionUnit: '条件：单位',
  conditionPeriod: '条件：报告期',
  conditionSide: '条件：要求',
  conditionValue: '条件：数值',
};
const returning = { reason: '退回理由' };
const decided = { outcome: '决定', reason: '决定的理由' };
const going = { reason: '仍要继续的理由' };

const note = {
  titleZh: '词或名称',
  titleEn: '英文',
  textZh: '说明',
  textEn: '英文说明',
  since: '起',
  until: '止',
  awardedBy: '授予单位',
  sourceCode: '来源',
};

/** What the form of a command calls a field, where its name in `fields` would be that of another: by noun and verb. */
export const formFields = {
  annotation: { record: note, correct: note },
  appeal: {
    file: { about: '申诉事项', grounds: '理由', asks: '请求' },
    attach: { file: '佐证材料' },
    reject: { reason: '不予受理的理由' },
    decide: decided,
    askReview: { reason: '申请复核的理由' },
    decideReview: decided,
    settle: { remedy: '处理结果', note: '说明' },
    close: { note: '说明' },
    withdraw: { note: '说明' },
  },
  adjustment: { record: { state: '登记为' }, revoke: { reason: '撤销理由' } },
  cited: {
    record: { reason: '更正理由' },
    withdraw: { restores: '撤下之后' },
    refuse: returning,
    import: { reason: '更正理由' },
  },
  task: {
    add: {
      title: '任务',
      goal: '要达到什么',
      dueOn: '完成期限',
      responsible: '责任人',
      indicator: '相关指标',
      followUp: '相关督办',
      reason: '添加的理由',
    },
    plan: { measure: '措施', responsible: '责任人' },
    note: { note: '进展情况' },
    move: { note: '进展情况' },
    withdraw: { reason: '撤下的理由' },
  },
  taskTemplate: {
    save: { title: '模板名称', taskTitle: '任务', goal: '要达到什么', dueOn: '完成期限' },
  },
  consequence: {
    confirm: { reason: '确认的理由' },
    decline: { reason: '不采用的理由' },
    enter: { on: '办理日期', paper: '文号（可不填）', words: '办理情况' },
    complete: { on: '办结日期', paper: '文号（可不填）', words: '办结情况' },
  },
  consequenceRules: {
    save: {
      nameZh: '规则名称',
      nameEn: '英文名称',
      group: '序列',
      firstMonth: '自哪个月起',
      measure: '拟定什么',
      indicator: '指标',
      months: '几个月',
      scheme: '考核方案',
      places: '末几位',
      times: '有几期',
      of: '最近几期',
      grades: '等次',
      days: '逾期天数',
      base: '基础比例（%）',
      byGrade: '各等次的比例或加减',
      cap: '最高不超过（%）',
    },
  },
  contact: { set: { name: '联系人' } },
  followUp: {
    raise: newFollowUp,
    edit: newFollowUp,
    plan: { measures: '措施' },
    note: { note: '进展' },
    report: { report: '办理结果' },
    sendBack: returning,
    close: { finding: '复核结论', despite: '销号条件还没有数据达到，仍然销号' },
    askExtension: { until: '延期至', reason: '申请理由' },
    decideExtension: { decision: '答复', reason: '答复理由' },
    merge: { into: '并入哪一项', reason: '合并理由' },
    transfer: { to: '移交给', reason: '移交理由' },
    drop: { reason: '撤销理由' },
    attach: { file: '佐证材料' },
    remark: { remark: '批示', month: '针对哪个月的灯' },
  },
  group: { create: { ...group, add: '成员' }, edit: group },
  indicator: {
    create: definition,
    define: { ...definition, isBreak: '与以前可比吗' },
    retire: { retiredOn: '用到哪天为止', replacedBy: '由哪项指标接替' },
  },
  mapping: {
    save: {
      headFrom: '从第几行',
      headTo: '到第几行',
      months: '标题是累计时，各月是',
      measure: '没有标注计量单位时',
      name: '工作表',
    },
    keep: { name: '名称' },
    rename: { name: '名称' },
    cite: { sourceCode: '来源', rankScope: '位次的排名范围', reason: '更正的理由' },
    fill: { collectionId: '填报任务' },
  },
  password: { change: newPassword },
  place: {
    draft: {
      nameZh: '本地名称',
      homeUnits: '本地单位',
      sectionUnit: '单位',
      sectionAlso: '同栏展示的其他单位',
      sectionGroup: '排位次的序列',
      sectionTopics: '按主题成组',
      sectionIndicators: '或按指标逐行列出',
      chartIndicator: '指标',
      chartGroup: '排位次的序列',
      chartPeriod: '报告期',
      chartUnit: '单位',
      companions: '并在另一项指标卡片下的指标',
      comparisonName: '名称',
      comparisonEn: '英文名称',
      comparisonAddress: '网址',
    },
  },
  publicity: {
    announce: {
      firstDay: '公示起始日',
      lastDay: '公示截止日',
      body: '受理机构',
      contact: '联系人',
      telephone: '电话',
      words: '公示说明',
      reason: '更正理由',
    },
  },
  proposal: { refuse: { reason: '不同意的理由' } },
  review: {
    approve: { reason: '通过的理由' },
    return: returning,
    returnUnits: returning,
    verify: { typed: '核定数', typedYoy: '核定数的同比', reason: '核定理由' },
  },
  rule: { create: { validFrom: '自哪一天起' }, change: { validFrom: '自哪一天起' } },
  run: { approve: going, publish: going },
  scheme: {
    create: { ...calledScheme, copyOf: '以哪个方案为蓝本' },
    import: { ...calledScheme, file: '方案文件', weights: '权重来源' },
    revise: calledScheme,
    edit: calledScheme,
  },
  secondFactor: { enable: code, disable: code, renewCodes: code },
  session: { confirm: code, choosePassword: newPassword },
  submission: {
    askReopening: { reason: '申请理由' },
    askExtension: { untilOn: '希望延至', reason: '申请理由' },
  },
  lamp: { set: { month: '月份', colour: '灯', reason: '理由' } },
  yearPlan: { save: { dueOn: '期限' } },
  report: { prepare: { group: '序列', month: '月份', kind: '环节', note: '按语' }, edit: { note: '按语' } },
  lampRules: { save: { nameZh: '名称' } },
  target: {
    issue: newTarget,
    change: { ...newTarget, values: '自己填写的进度' },
    import: { file: '目标表' },
  },
  topic: { create: newTopic, edit: newTopic },
  unit: {
    create: newUnit,
    edit: newUnit,
    rename: { nameZh: '新名称' },
    merge: { unit: '合并哪些单位', note: '依据' },
    split: { kind: '新单位的类别', note: '依据' },
  },
  user: { import: { file: '表格文件' } },
};
