export const entry = {
  title: '填报',
  readingFaults: {
    notANumber: '不是数字。',
    badGrouping: '千位分隔符的位置不对，应每三位一组，如 1,234,567。',
    exponent: '不用科学记数法，请写出完整的数。',
    tooLong: '位数太多：整数最多 15 位，小数最多 10 位。',
    otherUnit: '计量单位与本指标的不同，请换算后填写。',
    percentNotHere: '本指标的计量单位不是 %，请按其计量单位填写。',
    range: '不能填一个区间，请填一个数。',
    spreadsheetError: '这是表格软件的出错提示，请回到原表改正。',
  },
};
