import type { Stated } from '@/lib/reporting/import/sheet-heads';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { type Growth, type Key, readGrowthPart, readRank, readValue } from '@/lib/reporting/mapping/read-figures';
import type { KeyColumns } from '@/lib/reporting/mapping/row-names';
import type { LeftOut, MappedFigure, Mapping } from '@/lib/reporting/mapping/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

type Value = NonNullable<ReturnType<typeof readValue>['read']>;
type Rank = { readonly rank: number; readonly address: string; readonly scope: string };
type Joined = { values: Value[]; growths: Growth[]; ranks: Rank[] };

/** The parts of figures as their cells are read: values, and growths and ranks in columns of their own. */
export class FigureParts {
  readonly #grid: Grid;
  readonly #keys: KeyColumns;
  readonly #otherwise: string | null;
  readonly #valueCount: number;
  readonly #found = new Map<string, Joined>();

  constructor(grid: Grid, keys: KeyColumns, mapping: Mapping) {
    this.#grid = grid;
    this.#keys = keys;
    this.#otherwise = mapping.measure;
    this.#valueCount = mapping.columns.filter(({ use }) => use === 'value').length;
  }

  /** Reads a cell for a figure, and returns the faults that keep it from being read. */
  read(
    row: number,
    target: ColumnTarget,
    about: { key: Key; indicator: CheckedIndicator; stated: readonly Stated[]; lines: readonly Stated[] },
  ): readonly StagedFinding[] {
    const { key, indicator, lines } = about;
    const joined = this.#at(key);
    if (target.use === 'yoy') {
      const { read, faults } = readGrowthPart(this.#grid, row, target, indicator);
      if (read) joined.growths.push(read);
      return faults;
    }
    if (target.use === 'rank') {
      const { read, faults } = readRank(this.#grid, row, target.column);
      if (read) joined.ranks.push({ ...read, scope: target.written });
      return faults;
    }
    const qualifier = this.#keys.qualifier === null ? '' : this.#grid.plain(row, this.#keys.qualifier);
    // A word of one column for several figures may be about any of them.
    if (qualifier !== '' && this.#valueCount > 1) {
      return [mappingFinding('twoQualified', this.#grid.address(row, this.#keys.qualifier ?? 0), { text: qualifier })];
    }
    const measures = { near: [...about.stated, ...target.stated], lines, otherwise: this.#otherwise };
    const { read, faults } = readValue(this.#grid, row, target.column, { key, indicator, qualifier, measures });
    if (read) joined.values.push(read);
    return faults;
  }

  #at({ indicatorCode, unitCode, periodCode }: Key): Joined {
    const key = [indicatorCode, unitCode, periodCode].join(' ');
    const found = this.#found.get(key) ?? { values: [], growths: [], ranks: [] };
    this.#found.set(key, found);
    return found;
  }

  /** The figures of all parts. Of two cells of one figure neither is taken. */
  joined(): { figures: MappedFigure[]; refused: StagedFinding[]; leftOut: LeftOut[] } {
    const refused: StagedFinding[] = [];
    const leftOut: LeftOut[] = [];
    const figures = [...this.#found.values()].flatMap(({ values, growths, ranks }): MappedFigure[] => {
      const several = [values, growths, ranks].find((cells) => cells.length > 1);
      if (several) {
        const cells = several.map(({ address }) => address);
        for (const address of cells) {
          refused.push(
            mappingFinding('twiceInSheet', address, { cells: cells.filter((one) => one !== address).join('、') }),
          );
        }
        return [];
      }
      const [[value], [growth], [rank]] = [values, growths, ranks];
      if (!value) {
        for (const one of [growth, rank]) if (one) leftOut.push({ reason: 'noValue', address: one.address, text: '' });
        return [];
      }
      return [
        {
          ...value,
          yoy: growth?.yoy ?? null,
          typedYoy: growth?.typed ?? '',
          yoyAddress: growth?.address ?? null,
          rank: rank?.rank ?? null,
          rankScope: rank?.scope ?? '',
          rankAddress: rank?.address ?? null,
        },
      ];
    });
    return { figures, refused, leftOut };
  }
}
