import { inTreeOrder } from '@/lib/catalogue/topics/tree';
import type { CatalogueState } from '@/lib/catalogue/workbook/tables/queries';
import type { Tables, Values } from '@/lib/catalogue/workbook/words';
import type { Named } from '@/lib/i18n/words';

/** The catalogue as the rows of its sheets. An English text that is missing is the Chinese one, as everywhere. */
export function catalogueTables(state: CatalogueState): Tables {
  const units = new Map(state.units.map(({ row }) => [row.code, row.nameZh]));
  const indicators = new Map(state.indicators.map(({ row }) => [row.code, row.nameZh]));
  const formulas = new Map(state.formulas.map((one) => [one.indicator, one]));
  const order = new Map(state.indicators.map(({ row }, at) => [row.code, at]));
  const placeOf = (code: string) => order.get(code) ?? 0;
  const firsts = new Map(state.definitions.toReversed().map((one) => [one.indicatorCode, one.validFrom]));
  return {
    units: state.units.map(({ row, aliases }) => ({
      ...named(row),
      kind: row.kind,
      parent: row.parentCode ?? '',
      gbCode: row.gbCode ?? '',
      aliases: listText(aliases),
      validFrom: row.validFrom ?? '',
      validTo: row.validTo ?? '',
      isDemonstration: `${row.isDemonstration}`,
      changesFrom: '',
    })),
    groups: state.groups.map((row) => ({
      ...named(row),
      noteZh: linesText(row.noteZh),
      noteEn: linesText(row.noteEn || row.noteZh),
      retiredOn: row.retiredOn ?? '',
    })),
    members: state.members.map(({ group, unit, validFrom, validTo, position }) => ({
      ...{ group, unit, unitName: units.get(unit) ?? '', validFrom, validTo: validTo ?? '' },
      position: position === null ? '' : `${position}`,
    })),
    topics: inTreeOrder(state.topics).map((row) => ({ ...named(row), parent: row.parentCode ?? '' })),
    indicators: state.indicators.map(({ row, aliases }) => ({
      ...named(row),
      topic: row.topicCode,
      unitZh: row.unitZh,
      unitEn: row.unitEn || row.unitZh,
      decimals: `${row.decimals}`,
      measure: row.measure,
      direction: row.direction,
      basis: row.basis,
      frequency: row.frequency,
      responsibleZh: row.responsibleZh,
      assistingZh: row.assistingZh,
      contact: row.contact,
      aliases: listText(aliases),
      growthOf: row.growthOf ?? '',
      formula: formulas.get(row.code)?.expression ?? '',
      formulaUnit: formulas.get(row.code)?.unit ?? '',
      retiredOn: row.retiredOn ?? '',
      replacedBy: row.replacedBy ?? '',
    })),
    definitions: state.definitions
      .toSorted((a, b) => placeOf(a.indicatorCode) - placeOf(b.indicatorCode))
      .map((row) => ({
        indicator: row.indicatorCode,
        indicatorName: indicators.get(row.indicatorCode) ?? '',
        validFrom: row.validFrom,
        definitionZh: linesText(row.definitionZh),
        definitionEn: linesText(row.definitionEn || row.definitionZh),
        formulaZh: linesText(row.formulaZh),
        formulaEn: linesText(row.formulaEn || row.formulaZh),
        // The first of all breaks with nothing.
        isBreak: `${row.isBreak && row.validFrom !== firsts.get(row.indicatorCode)}`,
      })),
    sources: state.sources.map((row) => ({
      code: row.code,
      title: row.title,
      publisher: row.publisher,
      publishedOn: row.publishedOn ?? '',
      url: row.url ?? '',
      retrievedOn: row.retrievedOn ?? '',
      accessNote: linesText(row.accessNote),
      licence: row.licence,
      reliability: row.reliability,
      withdrawnReason: linesText(row.withdrawnReason ?? ''),
    })),
    targets: state.targets.map(({ indicator, unit, year, base, stretch }) => ({
      ...{ indicator, indicatorName: indicators.get(indicator) ?? '', unit, unitName: units.get(unit) ?? '' },
      ...{ year: `${year}`, base: plainDecimal(base ?? ''), stretch: plainDecimal(stretch ?? '') },
    })),
  };
}

/** A decimal without zeros at its end, which a workbook does not keep. */
export const plainDecimal = (decimal: string) => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

const named = ({ code, nameZh, nameEn }: Named): Values => ({
  ...{ code, nameZh, nameEn: nameEn || nameZh },
});

/** Lines of a text in one form: a workbook keeps no carriage returns, and forms take none at the ends. */
export const linesText = (text: string) => text.replace(/\r\n?/g, '\n').trim();

/** Names as the text of a cell: separated by 、, or a line each where one of them has a separator in it. */
export function listText(names: readonly string[]): string {
  const sorted = names.toSorted();
  return names.some((name) => /[、，,;；]/.test(name)) ? `${sorted.join('\n')}\n` : sorted.join('、');
}

/** The names in the text of a cell; in one of several lines only the ends of lines separate. */
export function listedIn(text: string): string[] {
  const parts = text.includes('\n') ? text.split('\n') : text.split(/[、，,;；]/);
  return [...new Set(parts.map((name) => name.trim()).filter(Boolean))];
}
