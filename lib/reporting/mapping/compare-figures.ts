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
  /** The published ranks of the figure, each in its set. */
  readonly ranks: readonly { readonly rank: number; readonly scopeZh: string }[];
};

export type ComparedFigure = {
  readonly figure: MappedFigure;
  readonly shown: ShownFigure | null;
  readonly kind: 'added' | 'changed' | 'unchanged';
  /** Whether its number is to be recorded; a rank may be new where the number is not. */
  readonly hasValue: boolean;
  /** What becomes of the growth that is shown, where the sheet states none: it stays, or goes by an empty cell. */
  readonly growth: { readonly was: string; readonly isKept: boolean } | null;
  /** The same of the ranks that are shown; those that go are of the set of the sheet's ranks, or of any before it is said. */
  readonly ranks: { readonly was: ShownFigure['ranks']; readonly isKept: boolean } | null;
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
 * its rank are shown already in a vintage that is no lower. A growth or rank of which the sheet has no column stays; one
 * whose cell is empty goes. `rankScope` is the set of the sheet's ranks, empty before it is said.
 */
export function comparedFigures(
  applied: Applied,
  shown: readonly ShownFigure[],
  { vintage, rankScope }: { vintage: Vintage; rankScope: string },
): Compared {
  const known = new Map(shown.map((one) => [figureKey(one), one]));
  const rows = applied.figures.map((figure): ComparedFigure => {
    const found = known.get(figureKey(figure)) ?? null;
    const hasValue = !found || !saysSame(figure, found, vintage);
    const own = (found?.ranks ?? []).filter(({ scopeZh }) => rankScope === '' || scopeZh === rankScope);
    const hasRank = figure.rank !== null && !own.some(({ rank }) => rank === figure.rank);
    const losesRank = figure.emptyRank !== null && own.length > 0;
    const replaces = (hasValue && found?.revision != null) || (hasRank && own.length > 0) || losesRank;
    const isSame = !hasValue && !hasRank && !losesRank;
    const was = hasValue && figure.yoy === null ? (found?.reportedYoy ?? null) : null;
    const ranks = figure.rank !== null || isSame ? [] : losesRank ? own : (found?.ranks ?? []);
    return {
      ...{ figure, shown: found, hasValue },
      kind: isSame ? 'unchanged' : replaces ? 'changed' : 'added',
      growth: was === null ? null : { was, isKept: figure.emptyYoy === null },
      ranks: ranks.length === 0 ? null : { was: ranks, isKept: !losesRank },
    };
  });
  const count = (kind: ComparedFigure['kind']) => rows.filter((row) => row.kind === kind).length;
  const told = [
    rows.map(({ figure, shown: now }) => [{ ...figure, findings: [] }, now?.revision ?? null, now?.ranks ?? []]),
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
    (figure.yoy === null && (figure.emptyYoy === null || shown.reportedYoy === null)) ||
    (figure.yoy !== null && shown.reportedYoy !== null && compareDecimals(figure.yoy, shown.reportedYoy) === 0);
  return (
    compareDecimals(figure.value, shown.value) === 0 &&
    figure.qualifier === shown.qualifier &&
    figure.qualifierPrinted === shown.qualifierPrinted &&
    isSameGrowth &&
    vintages.indexOf(vintage) <= vintages.indexOf(shown.vintage)
  );
}
