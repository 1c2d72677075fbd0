import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import type { NameEntry, NameRead } from '@/lib/catalogue/names/read-name';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import type { FieldFault } from '@/lib/errors';
import type { TypedColumn, TypedName, TypedWhole } from '@/lib/reporting/mapping/mapping-input';
import { type MappingNames, type Readers, readersOf } from '@/lib/reporting/mapping/names';
import {
  type ColumnMapping,
  harmlessLine,
  type lineParts,
  type Mapping,
  mostNames,
  unknownKinds,
} from '@/lib/reporting/mapping/words';

/** A mapping with what somebody typed; with faults it is not to be used. */
export type Typed = { readonly mapping: Mapping; readonly faults: readonly FieldFault[] };

/** Reads typed names and periods, and tells every one that it does not understand at its field. */
class TypedReader {
  readonly faults: FieldFault[] = [];
  readonly #names: MappingNames;
  readonly #readers: Readers;

  constructor(names: MappingNames) {
    this.#names = names;
    this.#readers = readersOf(names);
  }

  #fault(field: string, key: 'unknownName' | 'severalNames', value: string, entries: readonly NameEntry[]): null {
    const names = entries.map(({ nameZh, nameEn }) => nameZh || nameEn).join('、') || '—';
    this.faults.push({ field, key: `mapping.refused.${key}`, details: { field, value, names } });
    return null;
  }

  name(kind: 'indicator' | 'unit', field: string, typed: string): string | null {
    if (typed === '') return null;
    const read: NameRead = kind === 'unit' ? this.#readers.unit(typed) : this.#readers.indicator(typed).read;
    if (read.kind === 'one') return read.code;
    if (read.kind === 'either') return this.#fault(field, 'severalNames', typed, read.entries.slice(0, 5));
    const entries: readonly NameEntry[] = kind === 'unit' ? this.#names.units : this.#names.indicators;
    return this.#fault(field, 'unknownName', typed, nearestNames(typed, entries));
  }

  period(field: string, typed: string): string | null {
    if (typed === '') return null;
    const code = readPeriod(typed);
    if (!code) this.faults.push({ field, key: 'mapping.refused.unknownPeriod', details: { field, value: typed } });
    return code;
  }
}

/** What holds for the whole sheet: one unit, indicator or period, where the sheet does not say it column by column. */
export function withWhole(mapping: Mapping, typed: TypedWhole, names: MappingNames): Typed {
  const reader = new TypedReader(names);
  const indicator = reader.name('indicator', 'indicator', typed.indicator);
  const unit = reader.name('unit', 'unit', typed.unit);
  const period = reader.period('period', typed.period);
  const { below: _, ...withoutBelow } = mapping;
  const inLine = (part: (typeof lineParts)[number]) =>
    typed.lines.includes(part) ? ('line' as const) : ('head' as const);
  const said = {
    ...withoutBelow,
    indicator: { from: inLine('indicator'), code: indicator },
    unit: { from: inLine('unit'), code: unit },
    period: { from: inLine('period'), code: period, months: typed.months === '' ? null : typed.months },
    measure: typed.measure === '' ? null : typed.measure,
    ...(typed.below === 'left' && { below: typed.below }),
  };
  return { mapping: placed(said), faults: reader.faults };
}

/** What columns hold; those that are not typed stay. */
export function withColumns(mapping: Mapping, typed: readonly TypedColumn[], names: MappingNames): Typed {
  const reader = new TypedReader(names);
  const columns: ColumnMapping[] = [...mapping.columns];
  for (const { at, use, measure, ...one } of typed) {
    if (at >= columns.length) continue;
    columns[at] = {
      use,
      indicator: reader.name('indicator', `indicator-${at}`, one.indicator),
      unit: reader.name('unit', `unit-${at}`, one.unit),
      period: reader.period(`period-${at}`, one.period),
      measure: measure === '' ? null : measure,
    };
  }
  return { mapping: placed({ ...mapping, columns }), faults: reader.faults };
}

/** Decisions about names that the catalogue does not know, or of which it knows several. */
export function withNames(mapping: Mapping, typed: readonly TypedName[], names: MappingNames): Typed {
  const reader = new TypedReader(names);
  const { indicator, unit, period, line } = mapping.names;
  const decided = { indicator: { ...indicator }, unit: { ...unit }, period: { ...period }, line: { ...line } };
  const codeOf = ({ kind, name }: TypedName, field: string) => {
    if (kind === 'line') return name === '' ? null : harmlessLine;
    return kind === 'period' ? reader.period(field, name) : reader.name(kind, field, name);
  };
  for (const [at, one] of typed.entries()) {
    const { kind, key } = one;
    const code = codeOf(one, `name-${at}`);
    if (code !== null) decided[kind][key] = code;
    else delete decided[kind][key];
  }
  for (const kind of unknownKinds) {
    if (Object.keys(decided[kind]).length <= mostNames) continue;
    reader.faults.push({ field: 'name-0', key: 'mapping.refused.manyNames', details: { most: mostNames } });
  }
  return { mapping: { ...mapping, names: decided }, faults: reader.faults };
}

/** A mapping that says where its names stand: one that is given holds for all, else its column, else lines or the heads. */
function placed(mapping: Mapping): Mapping {
  const has = (use: ColumnMapping['use']) => mapping.columns.some((column) => column.use === use);
  const placeOf = (part: 'unit' | 'indicator') => {
    const { code, from } = mapping[part];
    if (code !== null) return { code, from: 'fixed' as const };
    return { code, from: has(part) ? ('column' as const) : from === 'line' ? from : ('head' as const) };
  };
  const { code, months } = mapping.period;
  const isInLines = mapping.period.from === 'line' && !has('period');
  // Below the title is where a period is looked for last, behind columns and heads.
  const from = isInLines ? 'line' : code !== null ? 'fixed' : has('period') ? 'column' : 'title';
  return { ...mapping, unit: placeOf('unit'), indicator: placeOf('indicator'), period: { code, months, from } };
}

/** The name by which a code is typed again: its own, or the code where the name is another's too. */
export function typedName(code: string | null, kind: 'indicator' | 'unit', names: MappingNames): string {
  if (code === null) return '';
  const entries: readonly NameEntry[] = kind === 'unit' ? names.units : names.indicators;
  const entry = entries.find((one) => one.code === code);
  if (!entry) return code;
  return entries.some((one) => one.code !== code && one.nameZh === entry.nameZh) ? code : entry.nameZh;
}
