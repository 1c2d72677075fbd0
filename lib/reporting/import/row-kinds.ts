import { plainText } from '@/lib/reporting/upload/plain-text';

const stems = '甲乙丙丁戊己庚辛壬癸';
const number = /^\(?(\d{1,2})\)?$/;

/**
 * Whether a row numbers the columns, as printed tables do below their headings: 甲 乙 1 2 3. Each kind of number runs on
 * from its first.
 */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(plainText).filter(Boolean);
  const numbers = filled.flatMap((text) => number.exec(text)?.[1] ?? []);
  const letters = filled.filter((text) => text.length === 1 && stems.includes(text));
  return (
    filled.length > 2 &&
    numbers.length + letters.length === filled.length &&
    numbers.every((text, at) => Number(text) === at + 1) &&
    letters.every((text, at) => stems[at] === text)
  );
}

const signedOff =
  /^(?:注|附注|说明|备注|资料来源|数据来源|来源|单位负责人|统计负责人|负责人|部门负责人|分管领导|填表人|填报人|制表人?|经办人|联系人|审核人?|复核人?|签发人|联系电话|电话|(?:填报|填表|制表|报出|上报)(?:日期|时间)|(?:填报|报送|报告|上报|编报|填表|汇总|制表)(?:单位|部门)(?:\(?(?:盖章|公章|签章)\)?)?|单位\(?(?:盖章|公章|签章)\)?|note|notes|source)\d{0,2} ?(?:[:.、]|$)/i;

/** Whether a row is a note or a signature below a table: it begins with such a word, and has no number alone in a cell. */
export function isBelowTable(cells: readonly string[]): boolean {
  const filled = cells.map(plainText).filter(Boolean);
  return signedOff.test(filled[0] ?? '') && !filled.some((text) => /^[-+]?[\d.,]+%?$/.test(text));
}
