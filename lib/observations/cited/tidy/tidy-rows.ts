import { plainName } from '@/lib/catalogue/plain-name';
import type { CitedCells } from '@/lib/observations/cited/read-cited';
import { neededColumns, type TidyColumn, tidyColumns } from '@/lib/observations/cited/words';
import { unguardCell } from '@/lib/reporting/import/guarded-cell';

/** The heads by which a column is known besides its own name. */
const heads: Readonly<Record<TidyColumn, readonly string[]>> = {
  indicator: ['指标', '指标代码', '指标名称'],
  unit: ['单位', '单位代码', '单位名称', '地区'],
  period: ['报告期', '报告期代码', '时期'],
  value: ['数值', '数值（照印）', '数', '本期数'],
  qualifier: ['限定'],
  qualifier_printed: ['限定原文', '限定词', 'qualifier as printed'],
  vintage: ['版本', '数据版本'],
  reported_yoy: ['公布同比', '同比', '同比（%）', 'published growth'],
  period_printed: ['原文报告期', '报告期原文', 'period as printed'],
  source: ['来源', '文件', '来源代码', '出处'],
  locator: ['位置', '页码', 'place'],
  quote: ['原句', '原文'],
  note: ['说明', '备注'],
};

const columnByHead = new Map<string, TidyColumn>(
  tidyColumns.flatMap((column) => [column, ...heads[column]].map((head) => [plainName(head), column] as const)),
);

/** The most rows above the heads of a table: its title and notes about it. */
const mostAbove = 10;

export type TidyRows =
  | {
      readonly kind: 'rows';
      readonly rows: readonly CitedCells[];
      /** Whether the sheet has a column of published growths: then an empty cell says that there is none. */
      readonly hasGrowth: boolean;
    }
  | { readonly kind: 'noHead'; readonly missing: readonly TidyColumn[] }
  | { readonly kind: 'headTwice'; readonly column: TidyColumn };

/**
 * The rows of a tidy sheet, one figure a row, by its heads, which may be in either language and in any order. Rows are
 * numbered as in the sheet; empty ones are left out. What a column that is missing would say is taken from `otherwise`,
 * also for an empty cell. Without the needed columns nothing is read.
 */
export function tidyRows(
  sheet: readonly (readonly string[])[],
  otherwise: Readonly<Partial<Record<TidyColumn, string>>>,
): TidyRows {
  const columnsIn = (row: readonly string[]) => row.map((cell) => columnByHead.get(plainName(cell)));
  const missingIn = (found: readonly (TidyColumn | undefined)[]) => neededColumns.filter((one) => !found.includes(one));
  const rows = sheet.slice(0, mostAbove).map(columnsIn);
  const headAt = rows.findIndex((found) => missingIn(found).length === 0);
  if (headAt < 0) {
    const missing = rows.map(missingIn).sort((a, b) => a.length - b.length)[0] ?? neededColumns;
    return { kind: 'noHead', missing };
  }
  const columns = rows[headAt] ?? [];
  const twice = columns.find((column, at) => column !== undefined && columns.indexOf(column) !== at);
  if (twice) return { kind: 'headTwice', column: twice };
  const read = sheet.flatMap((cells, at): CitedCells[] => {
    if (at <= headAt || cells.every((cell) => cell.trim() === '')) return [];
    const named = Object.fromEntries(
      tidyColumns.map((column) => {
        const place = columns.indexOf(column);
        const text = place < 0 ? '' : unguardCell((cells[place] ?? '').trim());
        return [column, text || (otherwise[column] ?? '')];
      }),
    ) as Record<TidyColumn, string>;
    return [{ ...named, row: at + 1 }];
  });
  return { kind: 'rows', rows: read, hasGrowth: columns.includes('reported_yoy') };
}
