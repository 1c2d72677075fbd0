/** The fields of indicators and topics in the audit trail, and the words of their values. */
export const indicatorFields = {
  topicCode: '领域',
  unitZh: '计量单位',
  unitEn: '计量单位的英文',
  decimals: '小数位数',
  measure: '数的性质',
  direction: '方向',
  responsibleZh: '责任部门',
  responsibleEn: '责任部门（英文）',
  assistingZh: '配合部门',
  assistingEn: '配合部门（英文）',
  aliases: '别名',
  growthOf: '是哪项指标的增速',
  retiredOn: '停用日',
  replacedBy: '接替的指标',
  sortOrder: '次序',
  parentCode: '上级',
  place: '次序',
  definitionZh: '定义',
  definitionEn: '定义的英文',
  formulaZh: '计算方法',
  formulaEn: '计算方法的英文',
  formula: '计算公式',
  expression: '计算公式',
  isBreak: '前后不可比',
  proposed: '提议',
  concerns: '涉及',
};

export const indicatorValues = {
  measure: { amount: '总量', rate: '百分率', rank: '位次', grade: '等次', flag: '是否' },
  direction: { higher: '越高越好', lower: '越低越好', range: '在区间内为好', none: '不分优劣' },
};
