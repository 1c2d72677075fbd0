import type { Words } from '@/lib/i18n/words';
import type { mappingFindings as zh } from '@/lib/i18n/zh-CN/mapping-findings';

export const mappingFindings: Words<typeof zh> = {
  noIndicator: 'No indicator can be seen. Name it for this column, or for the whole sheet.',
  noUnit: 'No unit can be seen. Name it for this column, or for the whole sheet.',
  noPeriod: 'No period can be seen. Name it for this column, or for the whole sheet.',
  noYear: '“{text}” states no year. Name the period of the whole sheet.',
  periodEither: '“{text}” may be {periods}. Say for the whole sheet whether months are single months or sums.',
  unknownIndicator: 'There is no indicator “{text}”. Say which one it is under the names to decide.',
  unknownUnit: 'There is no unit “{text}”. Say which one it is under the names to decide.',
  unknownPeriod:
    '“{text}” names no period that can be read; its row is left out. If it has actual figures, say under the names to decide which period it is.',
  severalIndicators: '“{text}” may be {names}. Say which one under the names to decide.',
  severalUnits: '“{text}” may be {names}. Say which one under the names to decide.',
  partOf: '“{text}” is a line below “{whole}” and may be {names}. Say which one under the names to decide.',
  namesDiffer: 'There are several names ({text}), which contradict each other.',
  periodsDiffer: 'The periods in “{text}” contradict each other.',
  yearUnclear:
    '{cell} is of {year}, and it cannot be seen of which year “{text}” below it is. Name the period of the whole sheet, such as 2026.',
  otherBeside: '{cell} says “{text}”: the figure beside it is another one.',
  underOther: '{cell} says “{text}”: the rows below are of something else.',
  aroundOther:
    '{cell} says “{text}”: this column may have other figures than the actual ones. If not, name its indicator, unit or period, or say under the names to decide that {cell} is a remark.',
  aroundMeasure:
    '{cell} says “{text}”: the unit of measure may be {unit}. Name that of the column, or say under the names to decide that {cell} is a remark.',
  aroundUnit:
    '{cell} says “{text}”, which is about another unit: this column is not read. Change the unit of the whole sheet, or say under the names to decide that {cell} is a remark.',
  unreadPeriod:
    '{cell} says “{text}”, which may be a period, in a column that is not read. Choose “period” for the column; if it says nothing of the figures, say under the names to decide that it is a remark.',
  unreadText:
    '{cell} says “{text}” in a column that is not read: the figures beside it may be others. If not, say under the names to decide that the column is a remark.',
  monthsOrder: 'The months of “{text}” do not run on in order and may cross a year. Name the period of this column.',
  rowsOrder:
    'The months of the rows around “{text}” do not run on in order and may cross a year. Say under the names to decide which period it is.',
  afterTitle: '“{text}” would be {period}, after the period of the title. Name the period of this column.',
  yearAlone:
    'The title names a part of a year; {period} may be the whole year or that part. Name the period of this column; for whole years, name the year for the whole sheet.',
  headUnclear:
    'It cannot be seen for which columns the head “{text}” is. Name indicator, unit or period of this column.',
  otherHead: 'The head “{text}” says that this column has other figures. If not, name its indicator, unit or period.',
  toDateInTitle: 'The title says year to date; “{text}” may be a month or a sum. Say which for the whole sheet.',
  measureUnstated:
    '“{text}” states no unit of measure; that of the indicator is “{own}”. Name it for the column, or what holds where none is stated for the whole sheet.',
  mergedFigure: '{cell} is merged with cells beside it: one figure stands for several rows or columns.',
  twiceInSheet: 'The same indicator, unit and period as {cells}: it cannot be told which one counts.',
  rankUnreadable: '“{text}” is no rank.',
  rankOf:
    '“{text}” stands behind a growth and may be the rank of it. If it is that of the figure, name the indicator of this column; if not, leave it out.',
  numberSplit: 'This may be {text}, taken apart by a thousands separator.',
  twoQualified: 'The column of “{text}” stands for several columns of figures: it may be about any of them.',
  columnTwice:
    '{cell} is the column of {use, select, unit {units} indicator {indicators} period {periods} measure {units of measure} other {qualifiers}} already; there can be one only.',
  notResponsible: 'Your department does not answer for “{text}”.',
  computed: '“{text}” is computed by a formula and never recorded.',
  growthEmptied: 'The cell of the growth is empty: “{yoy}” is not kept.',
  unreadCells: '{count} cells of the sheet were not understood and are left out: {cells}.',
  otherUnits: '{count} figures of the sheet are of other units and are left out: {cells}.',
  notAsked: '{count} figures of the sheet are not asked for by this collection and are left out: {cells}.',
};
