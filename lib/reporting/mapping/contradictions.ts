import { anyOtherKind } from '@/lib/reporting/import/other-kinds';
import { shortText } from '@/lib/reporting/import/staged-finding';
import { kindTold } from '@/lib/reporting/import/unread-subjects';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { isDeclared } from '@/lib/reporting/mapping/lines-between';
import type { Readers } from '@/lib/reporting/mapping/names';
import { periodText } from '@/lib/reporting/mapping/periods';
import type { RowNames } from '@/lib/reporting/mapping/row-names';
import { isAbsent, looksLikeFigure } from '@/lib/reporting/mapping/row-words';
import { measuresIn } from '@/lib/reporting/mapping/texts-around';
import type { Mapping } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

type About = { readonly mapping: Mapping; readonly readers: Readers };

const told = (kind: 'line' | 'cell', text: string, isAlone: boolean) =>
  kindTold({ kind, text, row: 0, column: 0, address: '', head: '', isAbove: false, isAlone, scope: [] });

/** Heads of columns whose units are no subject of the figures beside them. */
const responsible = /责任|牵头|来源|主管|审核|联系/;
/** Heads of columns that say nothing of the figures: numbers of rows, and words about them. */
const remarks = /^(?:序号?|编号|代码|.*代码|no\.?|#|备注|说明|注|情况说明|remarks?|notes?)$/i;
/** A remark that says how the figures are to be taken. */
const saysKind = new RegExp(`数|值|口径|以下|增加|累计|${anyOtherKind()}`);

/** What a column that is not read is called when a person decides about it: its head, or its letter. */
export const unreadHead = (grid: Grid, { headTo }: Mapping, column: number): string =>
  grid.plain(headTo - 1, column) || cellAddress(1, column + 1).replace(/\d+$/, '');

/**
 * Cells of columns that are not read and name another unit or indicator than the row, or say that its figures are of
 * another kind. They are about the figures at their right, or of all.
 */
export function besideFaults(
  grid: Grid,
  row: number,
  {
    mapping,
    readers,
    names,
    isText,
    isPeriods,
  }: About & { names: RowNames; isText: (column: number) => boolean; isPeriods: (column: number) => boolean },
): { column: number; isOfAll?: boolean; fault: StagedFinding }[] {
  // What has no year of its own may have it in such a column.
  const isDated = names.periods.some(({ kind }) => kind === 'codes');
  const isUnreadPeriod = (column: number, text: string) => !isDated && periodText(text) !== null && isPeriods(column);
  return grid.filled(row).flatMap((column) => {
    if ((mapping.columns[column]?.use ?? 'ignore') !== 'ignore') return [];
    const text = grid.plain(row, column);
    const head = grid.plain(mapping.headTo - 1, column);
    if (isUnreadPeriod(column, text) && !isDeclared(mapping, unreadHead(grid, mapping, column))) {
      const address = grid.address(row, column);
      const details = { cell: address, text: shortText(text) };
      return [{ column, isOfAll: true, fault: mappingFinding('unreadPeriod', address, details) }];
    }
    if (text.length < 2 || looksLikeFigure(text) || isAbsent(text)) return [];
    const address = grid.address(row, column);
    const fault = mappingFinding('otherBeside', address, { cell: address, text: shortText(text) });
    if (told('cell', text, false) === 'other') return [{ column, isOfAll: true, fault }];
    if (responsible.test(head)) return [];
    const unit = readers.unit(text);
    const own = names.unit ?? mapping.unit.code;
    if (unit.kind === 'one' && own !== null && unit.code !== own) return [{ column, fault }];
    const indicator = readers.indicator(text).read;
    const isOther = names.indicator !== null && indicator.kind === 'one' && indicator.code !== names.indicator;
    if (isOther) return [{ column, fault }];
    const isKnown = unit.kind === 'one' || (indicator.kind === 'one' && names.indicator !== null);
    if (isKnown || !isText(column) || isDeclared(mapping, unreadHead(grid, mapping, column))) return [];
    const isRemark = remarks.test(head) && !saysKind.test(text) && measuresIn(text).length === 0;
    return isRemark
      ? []
      : [
          {
            column,
            isOfAll: true,
            fault: mappingFinding('unreadText', address, { cell: address, text: shortText(text) }),
          },
        ];
  });
}
