import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { OpenReturn, StagedFinding, StagedRow } from '@/lib/reporting/import/words';
import { findingsIn } from '@/lib/reporting/rules/find';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckFinding, FigureEntry, KnownValues, PeerSpread } from '@/lib/reporting/words';

type Context = {
  readonly known: KnownValues;
  readonly peers: Readonly<Record<string, PeerSpread>>;
  readonly rules: readonly CheckRule[];
};

/** The key prefix of findings of the checks, as opposed to those of reading the sheet. */
export const checksKey = 'checks.';

/**
 * The rows with the findings of the checks for the returns after a commit. Only rows that would change a figure get
 * findings; a row that a mandatory check refuses is faulty.
 */
export function checkedRows(
  rows: readonly StagedRow[],
  returns: readonly OpenReturn[],
  { known, peers, rules }: Context,
): StagedRow[] {
  const writes = ({ kind }: StagedRow) => kind === 'added' || kind === 'changed';
  const found = new Map<StagedRow, StagedFinding[]>();
  for (const one of returns) {
    const own = rows.filter((row) => row.collectionId === one.collectionId && writes(row));
    if (own.length === 0) continue;
    const byKey = new Map(own.map((row) => [rowKey(row), row]));
    const figures = one.figures.map((figure) => ({
      indicatorCode: figure.indicatorCode,
      periodCode: figure.periodCode,
      indicator: figure.indicator,
      isRequired: figure.isRequired,
      entry: entryIn(byKey.get(keyOf(figure))) ?? figure.old ?? emptyEntry,
      peers: peers[keyOf(figure)] ?? null,
    }));
    for (const finding of findingsIn({ figures, known, rules })) {
      const row = byKey.get(keyOf(finding));
      if (row) found.set(row, [...(found.get(row) ?? []), stagedFinding(finding, row)]);
    }
  }
  return rows.map((row) => {
    const more = found.get(row);
    if (!more) return row;
    const isFaulty = more.some(({ severity }) => severity === 'mandatory');
    return { ...row, kind: isFaulty ? ('faulty' as const) : row.kind, findings: [...row.findings, ...more] };
  });
}

const rowKey = ({ indicatorCode, periodCode }: StagedRow) =>
  keyOf({ indicatorCode: indicatorCode ?? '', periodCode: periodCode ?? '' });

function entryIn(row: StagedRow | undefined): FigureEntry | undefined {
  if (!row) return undefined;
  const { typed, typedYoy, note, sourceText, explanation } = row;
  return { typed, typedYoy, note, sourceText, explanation };
}

/** Findings that are about another cell of the row than that of the figure. */
const places: Readonly<Record<string, 'note' | 'yoy'>> = {
  noteNeeded: 'note',
  unreadableGrowth: 'yoy',
  reportedGrowth: 'yoy',
  reportedGrowthPoints: 'yoy',
};

const cellOf = (place: 'note' | 'yoy' | undefined, besides: StagedRow['besides']) => place && besides?.[place];

const stagedFinding = (
  { severity, key, details, message }: CheckFinding,
  { address, besides }: StagedRow,
): StagedFinding => ({
  severity,
  key: `${checksKey}${key}`,
  address: cellOf(places[key], besides) ?? address,
  details,
  message,
});
