/** Why cells of a sheet that is mapped are not read, and what of it is left out of a return. */
export const mappingFindings = {
  noIndicator: '看不出是哪一项指标。请在这一列、或“整张表”里写明。',
  noUnit: '看不出是哪个单位。请在这一列、或“整张表”里写明。',
  noPeriod: '看不出是哪个报告期。请在这一列、或“整张表”里写明。',
  noYear: '“{text}”没有写明年份。请在“整张表”里写明报告期。',
  periodEither: '“{text}”可能是 {periods}，无法判断。请在“整张表”里选定各月是当月还是累计。',
  unknownIndicator: '没有名叫“{text}”的指标。请在“认不出的名称”里写明是哪一项。',
  unknownUnit: '没有名叫“{text}”的单位。请在“认不出的名称”里写明是哪一个。',
  unknownPeriod: '“{text}”读不出是哪个报告期，这一行没有读。是本期实际数的，请在“认不出的名称”里写明报告期。',
  severalIndicators: '“{text}”可能是 {names}。请在“认不出的名称”里写明是哪一项。',
  severalUnits: '“{text}”可能是 {names}。请在“认不出的名称”里写明是哪一个。',
  partOf: '“{text}”是“{whole}”下面的一行，可能是 {names}。请在“认不出的名称”里写明。',
  namesDiffer: '这里有几个名称（{text}），互相矛盾。',
  periodsDiffer: '“{text}”里的报告期互相矛盾。',
  yearUnclear: '{cell} 是 {year} 年的，下面的“{text}”看不出是哪一年的。请在“整张表”里写明报告期（例如“2026年”）。',
  otherBeside: '{cell} 写着“{text}”，说明旁边的数是别的数。',
  underOther: '{cell} 写着“{text}”，说明以下各行是别的数。',
  aroundOther:
    '{cell} 写着“{text}”，这一列可能不是本期实际数。是的，请写明这一列的指标、单位或报告期，或在“认不出的名称”里写明 {cell} 只是说明。',
  aroundMeasure:
    '{cell} 写着“{text}”，计量单位可能是 {unit}，没有读。请写明这一列的计量单位，或在“认不出的名称”里写明 {cell} 只是说明。',
  aroundUnit:
    '{cell} 写着“{text}”，说的是别的单位，这一列没有读。请在“整张表”里改单位，或在“认不出的名称”里写明 {cell} 只是说明。',
  unreadPeriod:
    '{cell} 写着“{text}”，像是报告期，这一列没有读。请把这一列选为“报告期”；与数无关的，在“认不出的名称”里写明这一列只是说明。',
  unreadText:
    '{cell} 写着“{text}”，这一列没有读，看不出旁边的数是不是本期数。与数无关的，请在“认不出的名称”里写明这一列只是说明。',
  monthsOrder: '“{text}”一列的各月（季）不是依次排列，可能跨年。请写明这一列的报告期。',
  rowsOrder: '“{text}”上下各行的月份（季度）不是依次排列，可能跨年。请在“认不出的名称”里写明是哪个报告期。',
  afterTitle: '“{text}”读作 {period}，晚于标题里的报告期。请写明这一列的报告期。',
  yearAlone:
    '标题写的是一年中的一段，{period} 看不出是全年还是这一段。请写明这一列的报告期；若是全年，请在“整张表”里写明年份。',
  headUnclear: '列头“{text}”管到哪几列看不出来。请写明这一列的指标、单位或报告期。',
  otherHead: '列头“{text}”说明这一列是别的数。是本期数的，请写明指标、单位或报告期。',
  toDateInTitle: '标题写的是累计，“{text}”看不出是当月还是累计。请在“整张表”里选定。',
  measureUnstated:
    '“{text}”没有写明计量单位，本指标的单位是“{own}”。请在这一列写明，或在“整张表”里写明没有标注时用什么单位。',
  mergedFigure: '{cell} 与旁边的格合并，一个数对着几行或几列，无法判断。',
  twiceInSheet: '与 {cells} 是同一指标、同一单位、同一报告期，无法判断取哪一个。',
  rankUnreadable: '“{text}”不是位次。',
  rankOf: '“{text}”在同比后面，看不出是数的位次还是增速的位次。是数的位次，请写明这一列的指标；不是的，选“不读”。',
  numberSplit: '可能是被千位分隔符拆开的 {text}。',
  twoQualified: '“{text}”一列对着几列数，无法判断是哪一个的。',
  columnTwice:
    '{cell} 已经是{use, select, unit {单位} indicator {指标} period {报告期} measure {计量单位} other {限定词}}一列，只能有一列。',
  notResponsible: '“{text}”不由本部门负责，不能录入。',
  computed: '“{text}”由公式计算，不能录入。',
  growthEmptied: '同比一格为空，原来的同比“{yoy}”不保留。',
  unreadCells: '表中有 {count} 处没有读懂，没有带入：{cells}。',
  otherUnits: '表中有 {count} 个数是别的单位的，没有带入：{cells}。',
  notAsked: '表中有 {count} 个数不在这项任务里，没有带入：{cells}。',
};
