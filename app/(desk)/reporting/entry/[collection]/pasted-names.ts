import { nameReader } from '@/lib/catalogue/names/read-name';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { namedLine } from '@/lib/reporting/import/named-line';
import { bareUnit } from '@/lib/reporting/import/sheet-heads';
import { normalText, readFigure } from '@/lib/reporting/reading/read-figure';
import { isKnownUnit, unitPower } from '@/lib/reporting/reading/unit-scale';

type Row = readonly string[];

/** A pasted row: the figure that it is for, if any, its values from left to right, and the unit that they are in. */
export type PastedRow = {
  readonly row: Row;
  readonly figure: FormFigure | undefined;
  readonly unit: string;
  readonly values: readonly string[];
};

/** Reads the name that a row begins with, as uploads read it, among the indicators of the form. */
function readerOf(figures: readonly FormFigure[]) {
  const entries = new Map(
    figures.map(({ indicator, aliases }) => [
      indicator.code,
      { code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn, aliases },
    ]),
  );
  const read = nameReader([...entries.values()]);
  return (text: string) =>
    namedLine(text, (name) => {
      const found = read(name);
      return found.kind === 'none' ? null : found;
    });
}

/** Whether a text is words, and neither a number nor the word for a missing one. */
const isWords = (text: string, { indicator }: FormFigure) =>
  /\p{L}/u.test(text) && !/\p{N}/u.test(text) && readFigure(text, indicator).kind === 'fault';

/** Whether the rows of a block begin with names: one of an indicator of the form, or words with something beside. */
export function isByName(block: readonly Row[], figures: readonly FormFigure[]): boolean {
  const read = readerOf(figures);
  const [first] = figures;
  return block.some(
    ([text = '', ...others]) =>
      others.some((other) => other !== '') &&
      text !== '' &&
      (read(text).found !== null || (first !== undefined && isWords(text, first))),
  );
}

/** Whether a cell has a unit of measure: that of the indicator, or any that is known. */
function isMeasure(text: string, { indicator }: FormFigure): boolean {
  const unit = bareUnit(text);
  return unit !== '' && !/^\p{N}/u.test(unit) && (unitPower(unit, indicator) !== null || isKnownUnit(unit));
}

/**
 * The rows of a block with the figures that their names mean. Of an indicator with several periods the rows of its name
 * are taken in their order where there are several, else the one of the period that the block is pasted at. A second row
 * of one figure is for none.
 */
export function namedRows(block: readonly Row[], figures: readonly FormFigure[], periodCode: string): PastedRow[] {
  const read = readerOf(figures);
  const lines = block
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => {
      const { found, unit } = read(row[0] ?? '');
      return { row, unit, code: found?.kind === 'one' ? found.code : null };
    });
  const seen = new Map<string, number>();
  return lines.map(({ row, code, unit: behindName }) => {
    const own = code === null ? [] : figures.filter(({ indicator }) => indicator.code === code);
    const turn = code === null ? 0 : (seen.get(code) ?? 0);
    if (code !== null) seen.set(code, turn + 1);
    const isRepeated = lines.filter((line) => line.code === code).length > 1;
    const here = own.length === 1 ? own : own.filter((figure) => figure.periodCode === periodCode);
    const figure = isRepeated ? own[turn] : here[0];
    const [beside = '', ...behind] = row.slice(1);
    const hasUnit = figure !== undefined && isMeasure(beside, figure);
    return {
      ...{ row, figure },
      unit: normalText(hasUnit ? bareUnit(beside) : behindName),
      values: hasUnit ? behind : row.slice(1),
    };
  });
}
