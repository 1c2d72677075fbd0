import { type HistoryStep, nextLine, type Sheet as SheetOf, sheetOf, stepSheetBy } from '@/app/ui/grid/history';
import { keyOf } from '@/lib/reporting/figure-key';
import { type Cells, type Step, step } from './cells';

export type Sheet = SheetOf<Cells>;

/** A change of the cells, or: undo, redo, and the end of the typing in a field. */
export type SheetStep = Step | HistoryStep;

const rules = { step, conflicting: (one: Step) => (one.kind === 'saved' ? one.conflicts.map(keyOf) : []) };

/** The sheet of a return after a step. */
export function stepSheet(sheet: Sheet, one: SheetStep): Sheet {
  return stepSheetBy(rules, sheet, one);
}

export { nextLine, sheetOf };
