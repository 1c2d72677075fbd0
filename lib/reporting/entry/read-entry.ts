import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import type { Absence, CheckedIndicator, FigureEntry } from '@/lib/reporting/words';

/**
 * The columns of a figure that are parsed from its text. An invalid text has no value and no absence: it stays as
 * typed.
 */
export function readEntry(entry: Pick<FigureEntry, 'typed' | 'typedYoy'>, indicator: CheckedIndicator) {
  const reading = readFigure(entry.typed, indicator);
  const growth = readGrowth(entry.typedYoy, indicator);
  const number = reading.kind === 'number' ? reading : null;
  const absence: Absence = reading.kind === 'absent' ? reading.absence : 'none';
  return {
    value: number?.value ?? null,
    decimals: number?.decimals ?? 0,
    qualifier: number?.qualifier ?? ('exact' as const),
    qualifierPrinted: number?.qualifierPrinted ?? '',
    absence,
    reportedYoy: growth.kind === 'number' ? growth.value : null,
  };
}
