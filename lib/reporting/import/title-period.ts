import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

/** A period that a line above a table names, as written, and the cell of it. */
export type PeriodTold = { readonly text: string; readonly address: string };

/** Texts with another date: when a sheet was made, or by what document. */
export const dated = /日期|时间|文号|有效期|截止|基期|〕|\d日|比\d{4}/;
const period =
  /\d{4}年度?(?:0?1月?-\d{1,2}月份?(?:累计)?|\d{1,2}月份?(?:累计)?|第?[1-4一二三四]季度|前[二三23]季度|[上下]半年)?/g;

/** The one period that the lines above a table name; null for none, and for several. */
export function periodTold(rows: readonly (readonly string[])[]): PeriodTold | null {
  const found = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const plain = plainName(cell).replace(/[ 至到~]/g, (sign) => (sign === ' ' ? '' : '-'));
      if (dated.test(plain)) return [];
      return (plain.match(period) ?? []).map((text) => ({ text, address: cellAddress(row + 1, column + 1) }));
    }),
  );
  const [first] = found;
  const codes = new Set(found.map(({ text }) => periodsIn(text).join(' ')));
  return first && codes.size === 1 && !codes.has('') ? first : null;
}
