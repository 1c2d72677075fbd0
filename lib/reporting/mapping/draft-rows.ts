import { readEntry } from '@/lib/reporting/entry/read-entry';
import { emptyEntry } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { asWritten, kindOf } from '@/lib/reporting/import/interpret-sheet';
import { finding } from '@/lib/reporting/import/staged-finding';
import type { OpenFigure, OpenReturn, StagedFinding, StagedRow } from '@/lib/reporting/import/words';
import { type Applied, type MappedFigure, mappingKey } from '@/lib/reporting/mapping/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/** The most cells that a sentence names. */
const mostNamed = 10;

/**
 * The figures of a sheet as rows of an upload into the return of a unit, each with the version of the figure that it would
 * change. Figures of other units, those that the return does not ask for and cells that were not read are left out, and
 * told.
 */
export function draftRows(
  applied: Applied,
  asked: OpenReturn,
  unitCode: string,
): { rows: StagedRow[]; told: StagedFinding[] } {
  const own = applied.figures.filter((figure) => figure.unitCode === unitCode);
  const open = new Map(asked.figures.map((figure) => [keyOf(figure), figure]));
  const wanted = own.flatMap((figure) => {
    const place = open.get(keyOf(figure));
    return place ? [{ figure, place }] : [];
  });
  const told = (key: string, cells: readonly { readonly address: string }[]) => {
    if (cells.length === 0) return [];
    const named = cells.slice(0, mostNamed).map(({ address }) => address);
    const details = { count: `${cells.length}`, cells: `${named.join('、')}${cells.length > mostNamed ? '…' : ''}` };
    return [finding('notice', `${mappingKey}${key}`, '', details)];
  };
  return {
    rows: wanted.map(({ figure, place }, at) => draftRow(figure, place, { asked, at })),
    told: [
      ...told('unreadCells', applied.refused),
      ...told(
        'otherUnits',
        applied.figures.filter((figure) => figure.unitCode !== unitCode),
      ),
      ...told(
        'notAsked',
        own.filter((figure) => !open.has(keyOf(figure))),
      ),
    ],
  };
}

function draftRow(
  figure: MappedFigure,
  place: OpenFigure,
  { asked, at }: { asked: OpenReturn; at: number },
): StagedRow {
  const { old, indicator } = place;
  const { address } = figure;
  const findings: StagedFinding[] = [...figure.findings];
  const isNewNumber = old?.value != null && compareDecimals(old.value, figure.value) !== 0;
  const isCleared = isNewNumber || figure.emptyYoy !== null;
  const kept = isCleared ? '' : (old?.typedYoy ?? '');
  // A growth that belongs to another number is not kept beside the new one, nor one whose cell is empty.
  if (figure.yoy === null && isCleared && old && old.typedYoy !== '') {
    findings.push(
      isNewNumber
        ? finding('notice', 'growthCleared', address, { yoy: old.typedYoy })
        : finding('notice', `${mappingKey}growthEmptied`, figure.emptyYoy ?? address, { yoy: old.typedYoy }),
    );
  }
  const { note, sourceText, explanation } = old ?? emptyEntry;
  const typedYoy = figure.yoy === null ? kept : figure.typedYoy;
  const read = { typed: figure.typed, typedYoy, note, sourceText, explanation };
  const { entry, meaning } = asWritten(read, readEntry(read, indicator), old);
  const kind = kindOf(entry, meaning, place);
  if (kind !== 'unchanged' && !place.isWritable) {
    findings.push(finding('mandatory', place.isLocked ? 'locked' : 'shut', address));
  }
  const isFaulty = findings.some(({ severity }) => severity === 'mandatory');
  return {
    ...{ rowNumber: at + 1, address, ...entry, ...meaning, old, oldVersion: place.version, findings },
    ...{ collectionId: asked.collectionId, indicatorCode: place.indicatorCode, periodCode: place.periodCode },
    kind: isFaulty ? 'faulty' : kind,
  };
}
