export const derived = {
  title: '计算公式',
  lead: '由其他指标算出，不填报。所用数据一变，立即重算。',
  formula: '公式',
  formulaHint:
    '用指标代码和 + - × ÷ ( )；上一期写 prev(代码)，上年同期写 lastYear(代码)，序列成员的合计、平均写 sum(代码, 序列代码)、mean(代码, 序列代码)。',
  unit: '归属单位（用了序列合计、平均时填写）',
  save: '保存公式并计算',
  refusals: {
    moved: '这个公式刚刚被别人改过。您填写的内容都在，请刷新页面，看过最新内容再改。',
    expression: '公式第 {place, number} 个字符处看不懂，请检查括号、代码和运算符。',
    noInput: '公式里要用到至少一项指标。',
    unknown: '没有代码为“{name}”的指标。',
    unknownGroup: '没有代码为“{name}”的序列。',
    sumOfRates: '“{name}”是比率，不能相加。请用分子和分母的合计相除。',
    whichUnit: '用了序列的合计或平均，请写明这个数归属哪个单位。',
    typed: '这项指标已有填报或摘录的数据，或已列入填报任务，不能改为计算得出。请另建一项指标。',
    circle: '这些公式互相引用，成了循环，算不出来。',
    neverTyped: '“{indicator}”由公式计算得出，不能填报、导入或摘录。',
  },
};
