import { indicator, indicatorAlias, indicatorDefinition } from '@/db/schema/catalogue';
import type { Work } from '@/lib/access/command';
import { createIndicator } from '@/lib/catalogue/indicators/editing/create-indicator';
import { defineIndicator } from '@/lib/catalogue/indicators/editing/define-indicator';
import { englishOr, namesIn } from '@/lib/catalogue/indicators/editing/indicator-input';
import { indicatorColumns } from '@/lib/catalogue/indicators/editing/indicator-row';
import { TakenNames } from '@/lib/catalogue/indicators/editing/taken-names';
import { listedIn } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import type { KnownRow, Values } from '@/lib/catalogue/workbook/words';
import { closedOver } from '@/lib/catalogue/workbook/writing/closed-over';
import { insertRows } from '@/lib/catalogue/workbook/writing/insert-rows';
import type { Progress } from '@/lib/catalogue/workbook/writing/progress';

const columns = { topicCode: 'topic', newCode: 'code', validFrom: 'code', definitionZh: 'code' } as const;

/** The fields of an indicator as its commands take them. */
export const fieldsOf = (values: Values) => ({
  topicCode: values.topic ?? '',
  nameZh: values.nameZh ?? '',
  nameEn: values.nameEn ?? '',
  unitZh: values.unitZh ?? '',
  unitEn: values.unitEn ?? '',
  decimals: values.decimals ? Number(values.decimals) : undefined,
  measure: values.measure,
  direction: values.direction,
  basis: values.basis,
  frequency: values.frequency,
  responsibleZh: values.responsibleZh ?? '',
  assistingZh: values.assistingZh ?? '',
  contact: values.contact ?? '',
  aliases: listedIn(values.aliases ?? ''),
  growthOf: values.growthOf ?? '',
});

/** The wording of a definition as its commands take it. */
export const wordingOf = (values: Values) => ({
  validFrom: values.validFrom ?? '',
  definitionZh: values.definitionZh ?? '',
  definitionEn: values.definitionEn ?? '',
  formulaZh: values.formulaZh ?? '',
  formulaEn: values.formulaEn ?? '',
});

/** Adds the new indicators of a workbook behind those there are, each with all its definitions, in a few statements. */
export async function addIndicators({ tx }: Work, progress: Progress): Promise<void> {
  const made = progress.fresh('indicators');
  if (made.length === 0) return;
  const definitions = new Map<string, KnownRow[]>();
  for (const row of progress.of('definitions')) {
    const code = row.values.indicator ?? '';
    definitions.set(code, [...(definitions.get(code) ?? []), row]);
  }
  const held = progress.tables.indicators;
  const taken = new TakenNames(
    held.map(({ code = '', nameZh = '', nameEn = '', aliases = '' }) => ({
      ...{ code, nameZh, nameEn, aliases: listedIn(aliases) },
    })),
  );
  const english = englishWordsIn(progress, made);
  const last = Math.max(0, ...progress.state.indicators.map(({ row }) => row.sortOrder));
  const read = made.flatMap((row, at) => {
    const dated = datedRows(progress, row, definitions.get(row.code) ?? []);
    const [first] = dated;
    if (!first) return [];
    const asked = { ...fieldsOf(row.values), ...wordingOf(first.values), newCode: row.code };
    const input = progress.parsed(row, createIndicator, asked, columns);
    const [retiredOn, replacedBy] = [row.values.retiredOn || null, row.values.replacedBy || null];
    if (replacedBy !== null && (retiredOn === null || replacedBy === row.code))
      progress.fault(row, 'replacedBy', 'workbook.faults.replacedUnretired');
    if (input === null) return [];
    const {
      newCode: _,
      validFrom: __,
      definitionZh,
      definitionEn,
      formulaZh,
      formulaEn,
      aliases: typed,
      ...fields
    } = input;
    const aliases = namesIn(typed.join('\n')).filter((alias) => alias !== fields.nameZh);
    const { nameZh, nameEn, unitZh, growthOf } = fields;
    const made = progress.ruled(row, columns, () => {
      taken.refuse(null, { nameZh, aliases });
      return indicatorColumns(row.code, fields, { ...english(unitZh), growthOf: growthOf || null });
    });
    taken.add({ code: row.code, nameZh, nameEn: nameEn || nameZh, aliases });
    if (made === null || progress.hasFault(row)) return [];
    const { initials: ___, ...told } = made;
    const texts = { definitionZh, definitionEn: englishOr(definitionEn, definitionZh) };
    const after = { ...told, aliases, validFrom: first.values.validFrom, ...texts, formulaZh, formulaEn };
    const ends = { retiredOn, replacedBy };
    return [
      {
        ...{ code: row.code, row, dated, aliases, after: { ...after, ...(retiredOn && ends) } },
        columns: { ...made, ...ends, code: row.code, sortOrder: last + 1 + at },
      },
    ];
  });
  const ready = closedOver(read, new Set(held.map(({ code = '' }) => code)), (one) => [
    ...[one.columns.growthOf, one.columns.replacedBy],
  ]);
  progress.lose(made.filter((row) => !ready.some((one) => one.row === row)));
  for (const { row, after } of ready) {
    progress.tell(row, 'created', null, { after: row.values.nameZh ?? '' });
    progress.changes.push({ subject: `indicator/${row.code}`, before: null, after });
  }
  await insertRows(
    tx,
    indicator,
    ready.map((one) => one.columns),
  );
  await insertRows(
    tx,
    indicatorAlias,
    ready.flatMap(({ code, aliases }) => aliases.map((alias) => ({ indicatorCode: code, alias }))),
  );
  await insertRows(
    tx,
    indicatorDefinition,
    ready.flatMap(({ dated }) => definitionColumns(progress, dated)),
  );
}

/** The definitions of a new indicator, oldest first; one that is faulty, twice or missing is told. */
function datedRows(progress: Progress, row: KnownRow, definitions: readonly KnownRow[]): KnownRow[] {
  if (definitions.length === 0) progress.fault(row, 'code', 'workbook.faults.noDefinition');
  const day = ({ values }: KnownRow) => values.validFrom ?? '';
  const dated = definitions.toSorted((a, b) => (day(a) < day(b) ? -1 : 1));
  dated.forEach((one, at) => {
    const before = dated[at - 1];
    if (before && day(before) === day(one))
      progress.fault(one, 'validFrom', 'workbook.faults.twice', {
        row: before.row,
        name: row.values.nameZh ?? row.code,
      });
    const isBreak = one.values.isBreak === 'true';
    progress.parsed(one, defineIndicator, {
      ...wordingOf(one.values),
      ...{ code: row.code, isBreak, reason: '——', version: 1 },
    });
  });
  return dated.some((one) => progress.hasFault(one)) ? [] : dated;
}

/** The rows of the definitions of a new indicator. The first of all breaks with nothing. */
function definitionColumns(progress: Progress, dated: readonly KnownRow[]) {
  return dated.map((row, at) => {
    const { validFrom, definitionZh, definitionEn, formulaZh, formulaEn } = wordingOf(row.values);
    const texts = { definitionZh, definitionEn: englishOr(definitionEn, definitionZh) };
    const formulas = { formulaZh, formulaEn: englishOr(formulaEn, formulaZh) };
    const isBreak = at > 0 && row.values.isBreak === 'true';
    const { indicator: indicatorCode = '' } = row.values;
    progress.tell(row, 'created', null, { after: validFrom });
    if (at > 0) {
      const after = { validFrom, ...texts, ...formulas, isBreak };
      progress.changes.push({ subject: `indicator/${indicatorCode}`, before: null, after });
    }
    return { indicatorCode, validFrom, ...texts, ...formulas, isBreak };
  });
}

/**
 * The English words of units of measure and of departments, as other indicators have them or new rows give them; the
 * Chinese ones where none has any.
 */
function englishWordsIn({ state }: Progress, made: readonly KnownRow[]) {
  const units = new Map<string, string>();
  const departments = new Map<string, string>();
  const put = (words: Map<string, string>, zh: string, en: string) => {
    const known = words.get(zh);
    if (en !== '' && en !== zh && (known === undefined || en < known)) words.set(zh, en);
  };
  for (const { row } of state.indicators) {
    put(units, row.unitZh, row.unitEn);
    put(departments, row.responsibleZh, row.responsibleEn);
  }
  for (const { values } of made) put(units, values.unitZh ?? '', values.unitEn ?? '');
  return (unitZh: string) => ({
    unit: units.get(unitZh) ?? unitZh,
    departmentOf: (name: string) => departments.get(name) ?? name,
  });
}
