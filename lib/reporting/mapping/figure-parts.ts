import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { shortText } from '@/lib/reporting/import/staged-finding';
import { statedUnit } from '@/lib/reporting/import/stated-unit';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import type { KeyColumns } from '@/lib/reporting/mapping/key-columns';
import type { Table } from '@/lib/reporting/mapping/lines-between';
import {
  type Growth,
  type Key,
  type Measures,
  readGrowthPart,
  readRank,
  readValue,
} from '@/lib/reporting/mapping/read-figures';
import type { Mention } from '@/lib/reporting/mapping/texts-around';
import { type LeftOut, type MappedFigure, ownMeasure } from '@/lib/reporting/mapping/words';
import { normalText } from '@/lib/reporting/reading/read-figure';
import { unitPower } from '@/lib/reporting/reading/unit-scale';
import { cellAddress } from '@/lib/reporting/upload/cell-text';
import type { CheckedIndicator } from '@/lib/reporting/words';

type Rank = { readonly rank: number; readonly address: string; readonly scope: string };
type Joined = {
  values: MappedFigure[];
  growths?: Growth[];
  ranks?: Rank[];
  /** The first cells that say that there is no growth or rank. */
  emptyYoy?: string;
  emptyRank?: string;
};

/** The parts of the figures of a sheet, by their keys; its tables share them. */
export class FoundParts {
  readonly #found = new Map<string, Joined>();
  readonly #leftOut: LeftOut[] = [];

  /** Keeps a cell that says that there is no figure. */
  leave(one: LeftOut): void {
    this.#leftOut.push(one);
  }

  at({ indicatorCode, unitCode, periodCode }: Key): Joined {
    const key = `${indicatorCode} ${unitCode} ${periodCode}`;
    const known = this.#found.get(key);
    if (known) return known;
    const fresh: Joined = { values: [] };
    this.#found.set(key, fresh);
    return fresh;
  }

  /** The figures of all parts. Of two cells of one figure neither is taken. */
  joined(): { figures: MappedFigure[]; refused: StagedFinding[]; leftOut: LeftOut[] } {
    const refused: StagedFinding[] = [];
    const leftOut: LeftOut[] = [...this.#leftOut];
    const figures: MappedFigure[] = [];
    for (const joined of this.#found.values()) {
      const { values, growths = [], ranks = [], emptyYoy, emptyRank } = joined;
      const several = [values, growths, ranks].find((cells) => cells.length > 1);
      if (several) {
        const cells = several.map(({ address }) => address);
        for (const address of cells) {
          refused.push(
            mappingFinding('twiceInSheet', address, { cells: cells.filter((one) => one !== address).join('、') }),
          );
        }
        continue;
      }
      const [[value], [growth], [rank]] = [values, growths, ranks];
      // Nearly all figures of a large sheet have none of these, and stay as they are.
      const isAlone = !growth && !rank && emptyYoy === undefined && emptyRank === undefined;
      if (value) figures.push(isAlone ? value : whole(value, growth, rank, joined));
      else
        for (const one of [growth, rank]) if (one) leftOut.push({ reason: 'noValue', address: one.address, text: '' });
    }
    return { figures, refused, leftOut };
  }
}

/** Reads the cells of a table into parts of figures: values, and growths and ranks in columns of their own. */
export class FigureParts {
  readonly #grid: Grid;
  readonly #keys: KeyColumns;
  readonly #otherwise: string | null;
  readonly #valueCount: number;
  readonly #found: FoundParts;
  readonly #units = new Map<
    number,
    { indicator: CheckedIndicator; lines: readonly Stated[]; unit: ReturnType<typeof statedUnit> }
  >();

  constructor({ grid, keys, mapping }: Pick<Table, 'grid' | 'keys' | 'mapping'>, found: FoundParts) {
    this.#found = found;
    this.#grid = grid;
    this.#keys = keys;
    this.#otherwise = mapping.measure;
    this.#valueCount = mapping.columns.filter(({ use }) => use === 'value').length;
  }

  /** Reads a cell for a figure, and returns the faults that keep it from being read. */
  read(
    row: number,
    target: ColumnTarget,
    about: {
      key: Key;
      indicator: CheckedIndicator;
      stated: readonly Stated[];
      lines: readonly Stated[];
      mentions: readonly Mention[];
    },
  ): readonly StagedFinding[] {
    const { key, indicator, lines } = about;
    const joined = this.#found.at(key);
    if (target.use === 'yoy') {
      const { read, faults } = readGrowthPart(this.#grid, row, target, indicator);
      if (read) joined.growths = [...(joined.growths ?? []), read];
      else if (faults.length === 0) this.readEmpty(row, target, key);
      return faults;
    }
    if (target.use === 'rank') {
      const { read, faults } = readRank(this.#grid, row, target.column);
      if (read) joined.ranks = [...(joined.ranks ?? []), { ...read, scope: target.written }];
      else if (faults.length === 0) this.readEmpty(row, target, key);
      return faults;
    }
    const qualifier = this.#keys.qualifier === null ? '' : this.#grid.plain(row, this.#keys.qualifier);
    // A word of one column for several figures may be about any of them.
    if (qualifier !== '' && this.#valueCount > 1) {
      return [mappingFinding('twoQualified', this.#grid.address(row, this.#keys.qualifier ?? 0), { text: qualifier })];
    }
    const address = cellAddress(row + 1, target.column + 1);
    const measures = {
      isStated: about.stated.length + target.stated.length + lines.length > 0,
      stated: this.#statedUnit(target, about, address),
      otherwise: this.#otherwise,
    };
    // Where the row or the head states a unit, other places are about others.
    const mention =
      about.stated.length + target.stated.length > 0
        ? undefined
        : otherMention(about.mentions, indicator, usedUnit(measures));
    if (mention) {
      const { address: cell, text, units } = mention;
      return [mappingFinding('aroundMeasure', address, { cell, text: shortText(text), unit: units.join('、') })];
    }
    const said = { key, indicator, qualifier, measures };
    const { read, faults, absence } = readValue(this.#grid, row, target.column, said);
    if (read) joined.values.push(read);
    if (absence) this.#found.leave({ reason: 'absence', address, text: shortText(absence) });
    return faults;
  }

  /** Notes that the cell of a growth or a rank says that there is none. */
  readEmpty(row: number, { use, column }: ColumnTarget, key: Key): void {
    const joined = this.#found.at(key);
    if (use === 'yoy') joined.emptyYoy ??= cellAddress(row + 1, column + 1);
    if (use === 'rank') joined.emptyRank ??= cellAddress(row + 1, column + 1);
  }

  /** The unit of measure that is stated for a cell. A cache: where the row states none it is that of the cell above. */
  #statedUnit(
    target: ColumnTarget,
    { indicator, stated, lines }: { indicator: CheckedIndicator; stated: readonly Stated[]; lines: readonly Stated[] },
    address: string,
  ): ReturnType<typeof statedUnit> {
    const known = this.#units.get(target.column);
    if (stated.length === 0 && known?.indicator === indicator && known.lines === lines) return known.unit;
    const unit = statedUnit({ near: [...stated, ...target.stated], lines }, indicator, address);
    // A finding is about its own cell.
    if (stated.length === 0 && (unit === null || 'unit' in unit)) {
      this.#units.set(target.column, { indicator, lines, unit });
    }
    return unit;
  }
}

/** The unit of measure that a figure is read in, or null for that of the catalogue. */
function usedUnit({ isStated, stated, otherwise }: Measures): string | null {
  if (isStated) return stated && 'unit' in stated ? stated.unit : null;
  return otherwise === null || otherwise === ownMeasure ? null : otherwise;
}

/** A text around the table that names a unit of another scale than the one that a figure is read in. */
function otherMention(
  mentions: readonly Mention[],
  indicator: CheckedIndicator,
  unit: string | null,
): Mention | undefined {
  const own = { unitZh: normalText(indicator.unitZh), unitEn: normalText(indicator.unitEn) };
  const power = unit === null ? 0 : unitPower(normalText(unit), own);
  return mentions.find(({ units }) => {
    const told = units.flatMap((one) => unitPower(normalText(one), own) ?? []);
    return told.some((one) => one !== power);
  });
}

/** A figure with its growth and its rank, or the cells that say that there is none. */
function whole(
  value: MappedFigure,
  growth: Growth | undefined,
  rank: Rank | undefined,
  { emptyYoy, emptyRank }: Pick<Joined, 'emptyYoy' | 'emptyRank'>,
): MappedFigure {
  return {
    ...value,
    yoy: growth?.yoy ?? null,
    typedYoy: growth?.typed ?? '',
    yoyAddress: growth?.address ?? null,
    rank: rank?.rank ?? null,
    rankScope: rank?.scope ?? '',
    rankAddress: rank?.address ?? null,
    emptyYoy: growth ? null : (emptyYoy ?? null),
    emptyRank: rank ? null : (emptyRank ?? null),
  };
}
