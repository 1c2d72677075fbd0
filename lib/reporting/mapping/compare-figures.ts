import { createHash } from 'node:crypto';
import { type PrintedFigure, type Vintage, vintages } from '@/lib/observations/words';
import type { Applied, MappedFigure } from '@/lib/reporting/mapping/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/** What pages show now of a figure; `revision` is null where they show none. */
export type ShownFigure = Pick<MappedFigure, 'indicatorCode' | 'unitCode' | 'periodCode'> & {
  readonly revision: number | null;
  readonly value: string | null;
  readonly decimals: number | null;
  readonly qualifier: PrintedFigure['qualifier'] | null;
  readonly qualifierPrinted: string | null;
  readonly vintage: Vintage | null;
  readonly reportedYoy: string | null;
  /** The first day of the unit; null where none is known. */
  readonly unitFrom: string | null;
  /** The published rank in the set that the sheet's ranks are about. */
  readonly rank: number | null;
};

export type ComparedFigure = {
  readonly figure: MappedFigure;
  readonly shown: ShownFigure | null;
  readonly kind: 'added' | 'changed' | 'unchanged';
  /** Whether its number is to be recorded; a rank may be new where the number is not. */
  readonly hasValue: boolean;
};

export type Compared = {
  readonly rows: readonly ComparedFigure[];
  readonly counts: Readonly<Record<ComparedFigure['kind'], number>>;
  /** The mark of what was compared: the figures, what they would replace, and the cells that were not read. */
  readonly follows: string;
};

const figureKey = ({
  indicatorCode,
  unitCode,
  periodCode,
}: Pick<MappedFigure, 'indicatorCode' | 'unitCode' | 'periodCode'>) => `${indicatorCode} ${unitCode} ${periodCode}`;

/**
 * The figures of a sheet beside what pages show. One is unchanged where the number, its qualifying word, its growth and
 * its rank are shown already in a vintage that is no lower; where the sheet states no growth or rank, that of the page
 * does not matter.
 */
export function comparedFigures(applied: Applied, shown: readonly ShownFigure[], vintage: Vintage): Compared {
  const known = new Map(shown.map((one) => [figureKey(one), one]));
  const rows = applied.figures.map((figure): ComparedFigure => {
    const found = known.get(figureKey(figure)) ?? null;
    const hasValue = !found || !saysSame(figure, found, vintage);
    const hasRank = figure.rank !== null && figure.rank !== found?.rank;
    const replaces = (hasValue && found?.revision != null) || (hasRank && found?.rank != null);
    const kind = !hasValue && !hasRank ? 'unchanged' : replaces ? 'changed' : 'added';
    return { figure, shown: found, kind, hasValue };
  });
  const count = (kind: ComparedFigure['kind']) => rows.filter((row) => row.kind === kind).length;
  const told = [
    rows.map(({ figure, shown: now }) => [{ ...figure, findings: [] }, now?.revision ?? null]),
    applied.refused.map(({ key, address }) => [key, address]),
  ];
  return {
    rows,
    counts: { added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
    follows: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32),
  };
}

function saysSame(figure: MappedFigure, shown: ShownFigure, vintage: Vintage): boolean {
  if (shown.value === null || shown.vintage === null) return false;
  const isSameGrowth =
    figure.yoy === null || (shown.reportedYoy !== null && compareDecimals(figure.yoy, shown.reportedYoy) === 0);
  return (
    compareDecimals(figure.value, shown.value) === 0 &&
    figure.qualifier === shown.qualifier &&
    figure.qualifierPrinted === shown.qualifierPrinted &&
    isSameGrowth &&
    vintages.indexOf(vintage) <= vintages.indexOf(shown.vintage)
  );
}
