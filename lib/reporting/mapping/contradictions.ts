import { shortText } from '@/lib/reporting/import/staged-finding';
import { kindTold } from '@/lib/reporting/import/unread-subjects';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import type { Readers } from '@/lib/reporting/mapping/names';
import { periodText } from '@/lib/reporting/mapping/periods';
import type { KeyColumns, RowNames } from '@/lib/reporting/mapping/row-names';
import { looksLikeFigure } from '@/lib/reporting/mapping/row-words';
import type { Mapping } from '@/lib/reporting/mapping/words';

type About = { readonly mapping: Mapping; readonly readers: Readers };

const told = (kind: 'line' | 'cell', text: string, isAlone: boolean) =>
  kindTold({ kind, text, row: 0, column: 0, address: '', head: '', isAbove: false, isAlone, scope: [] });

/** Marks ahead of a line between the rows: 二、 （一） */
const mark = /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、]|[按分各]) ?/;

/**
 * What a line between the rows says that the rows below do not: another indicator, unit or period, or that they are last
 * year's. Only names that no column has are in doubt.
 */
export function sectionFault(
  grid: Grid,
  row: number,
  { mapping, readers, keys }: About & { keys: KeyColumns },
): StagedFinding | null {
  for (const column of grid.filled(row)) {
    const text = grid
      .plain(row, column)
      .replace(mark, '')
      .replace(/[:：]$/, '');
    const address = grid.address(row, column);
    if (looksLikeFigure(text)) continue;
    const bare = text.replace(/ ?[(（][^()（）]*[)）]$/, '');
    const isOf = (part: 'unit' | 'indicator') => {
      if (keys[part] !== null || text.length < 2) return false;
      const read = part === 'unit' ? readers.unit(bare) : readers.indicator(text).read;
      const fixed = mapping[part].from === 'fixed' ? mapping[part].code : null;
      return read.kind === 'one' && read.code !== fixed;
    };
    const isPeriod = keys.period === null && periodText(bare) !== null;
    const isOther = told('line', text, grid.filled(row).length === 1) === 'other';
    if (isOf('unit') || isOf('indicator') || isPeriod || isOther) {
      return mappingFinding('underOther', address, { cell: address, text: shortText(text) });
    }
  }
  return null;
}

/** Heads of columns whose units are no subject of the figures beside them. */
const responsible = /责任|牵头|来源|主管|审核|联系|备注/;

/**
 * Cells of columns that are not read and name another unit or indicator than the row, or say that its figures are of
 * another kind. They are about the figures at their right, or of all.
 */
export function besideFaults(
  grid: Grid,
  row: number,
  { mapping, readers, names }: About & { names: RowNames },
): { column: number; fault: StagedFinding }[] {
  return grid.filled(row).flatMap((column) => {
    if ((mapping.columns[column]?.use ?? 'ignore') !== 'ignore') return [];
    const text = grid.plain(row, column);
    if (text.length < 2 || looksLikeFigure(text)) return [];
    const head = grid.plain(mapping.headTo - 1, column);
    const address = grid.address(row, column);
    const fault = mappingFinding('otherBeside', address, { cell: address, text: shortText(text) });
    if (told('cell', text, false) === 'other') return [{ column: -1, fault }];
    if (responsible.test(head)) return [];
    const unit = readers.unit(text);
    const own = names.unit ?? mapping.unit.code;
    if (unit.kind === 'one' && own !== null && unit.code !== own) return [{ column, fault }];
    const indicator = readers.indicator(text).read;
    const isOther = names.indicator !== null && indicator.kind === 'one' && indicator.code !== names.indicator;
    return isOther ? [{ column, fault }] : [];
  });
}
