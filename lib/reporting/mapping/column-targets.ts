import { parsePeriod } from '@/lib/catalogue/periods/period';
import type { Stated } from '@/lib/reporting/import/sheet-heads';
import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import type { ColumnHead, HeadLevel } from '@/lib/reporting/mapping/column-heads';
import type { PeriodText } from '@/lib/reporting/mapping/periods';
import { type ColumnMapping, type Mapping, type MappingFault, mappingKey } from '@/lib/reporting/mapping/words';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

/** What a column of figures is about as far as its heads or a person say; the rows say the rest. */
export type ColumnTarget = {
  readonly column: number;
  readonly use: 'value' | 'yoy' | 'rank';
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly period: { readonly code: string } | { readonly texts: readonly PeriodText[] };
  /** The units of measure of its heads: of a figure all, of 同比 those of its own head. */
  readonly stated: readonly Stated[];
  readonly written: string;
  /** Where a fault of the column is told. */
  readonly address: string;
  readonly faults: readonly StagedFinding[];
};

export const mappingFinding = (
  key: MappingFault,
  address: string,
  details: StagedFinding['details'] = {},
): StagedFinding => finding('mandatory', `${mappingKey}${key}`, address, details);

type Own = { readonly code: string | null; readonly fault: StagedFinding | null };

/** The one unit or indicator that the heads of a column name, or why there is none. */
function namedIn(levels: readonly HeadLevel[], part: 'unit' | 'indicator'): Own {
  const found = levels.filter(({ read }) => read[part] !== null);
  const codes = new Set<string>();
  for (const { read, text, address } of found) {
    const name = read[part];
    if (name?.kind === 'either') {
      const names = name.entries.slice(0, 5).map(({ nameZh }) => nameZh);
      const key = part === 'unit' ? 'severalUnits' : 'severalIndicators';
      return { code: null, fault: mappingFinding(key, address, { text: shortText(text), names: names.join('、') }) };
    }
    if (name?.kind === 'one') codes.add(name.code);
  }
  const [code = null, other] = codes;
  const [first] = found;
  if (other === undefined || !first) return { code, fault: null };
  const texts = found.map(({ text }) => text).join('、');
  return { code: null, fault: mappingFinding('namesDiffer', first.address, { text: shortText(texts) }) };
}

const isNone = (column: Pick<ColumnMapping, 'indicator' | 'unit' | 'period'>) =>
  column.indicator === null && column.unit === null && column.period === null;

function ownTarget(
  head: ColumnHead,
  own: ColumnMapping,
  column: number,
  mapping: Mapping,
): Omit<ColumnTarget, 'use'> & { readonly ownLevels: readonly HeadLevel[] } {
  const { levels } = head;
  const address = levels.at(-1)?.address ?? cellAddress(mapping.headTo, column + 1);
  const faults: StagedFinding[] = [];
  const named = (part: 'unit' | 'indicator'): string | null => {
    if (own[part] !== null) return own[part];
    const { code, fault } = namedIn(levels, part);
    if (fault) faults.push(fault);
    return code;
  };
  const texts = levels.flatMap(({ read }) => read.period ?? []);
  // A person who says what such a column is has looked at its head.
  const other = levels.find(({ read }) => read.isOther);
  if (other && isNone(own)) faults.push(mappingFinding('otherHead', other.address, { text: shortText(other.text) }));
  if (head.isUnclear && own.period === null && own.indicator === null && own.unit === null) {
    faults.push(mappingFinding('headUnclear', address, { text: shortText(head.written) }));
  }
  const period = own.period !== null && parsePeriod(own.period) ? { code: own.period } : { texts };
  return {
    column,
    indicator: named('indicator'),
    unit: named('unit'),
    period,
    stated: [],
    written: head.written,
    address,
    faults,
    ownLevels: levels,
  };
}

function statedIn(levels: readonly HeadLevel[], measure: string | null): Stated[] {
  if (measure !== null) return [{ units: [measure], address: levels.at(-1)?.address ?? '' }];
  return levels.flatMap(({ read, address }) => (read.measures.length > 0 ? [{ units: read.measures, address }] : []));
}

/**
 * What the columns of figures are about. 同比 and a rank whose heads do not say it belong to the figure at their left, with
 * nothing but its other columns between.
 */
export function columnTargets(heads: readonly ColumnHead[], mapping: Mapping): ColumnTarget[] {
  const targets: ColumnTarget[] = [];
  const isFamily = (column: number) => {
    const use = mapping.columns[column]?.use ?? 'ignore';
    const isOther = heads[column]?.levels.some(({ read }) => read.isOther) ?? false;
    return use === 'yoy' || use === 'rank' || use === 'qualifier' || use === 'measure' || (use === 'ignore' && isOther);
  };
  const isUnknown = (column: number) => {
    const levels = heads[column]?.levels ?? [];
    return levels.some(({ read }) => read.rest !== '') && !isFamily(column);
  };
  const values = mapping.columns.flatMap(({ use }, column) => (use === 'value' ? column : []));
  const isBetween = { isFamily, isUnknown };
  // Where one stands ahead of the first of several figures, each may belong to the figure at its right.
  const isAhead = values.length > 1 && mapping.columns.findIndex(({ use }) => use === 'yoy') === (values[0] ?? 0) - 1;
  for (const [column, own] of mapping.columns.entries()) {
    if (own.use !== 'value' && own.use !== 'yoy' && own.use !== 'rank') continue;
    const head = heads[column] ?? { levels: [], written: '', isUnclear: false };
    const { ownLevels, ...target } = ownTarget(head, own, column, mapping);
    if (own.use === 'value') {
      targets.push({ ...target, use: 'value', stated: statedIn(ownLevels, own.measure) });
      continue;
    }
    // The unit of measure of a head above that of 同比 is the figure's.
    const growth = ownLevels.filter(
      ({ read }, at) => at >= ownLevels.findIndex((one) => one.read.use === own.use) || !read,
    );
    const stated = own.use === 'yoy' ? statedIn(growth, own.measure) : [];
    // 位次 behind 同比 may be that of the growth.
    if (own.use === 'rank' && isNone(own) && target.indicator === null && mapping.columns[column - 1]?.use === 'yoy') {
      const fault = mappingFinding('rankOf', target.address, { text: shortText(head.written) });
      targets.push({ ...target, use: 'rank', stated, faults: [...target.faults, fault] });
      continue;
    }
    const host = hostOf(column, values, isBetween, targets);
    const isBare = isNone(own) && target.indicator === null && target.unit === null && isWithoutPeriod(target);
    const isUnclear = isBare && (host === 'unclear' || (own.use === 'yoy' && isAhead));
    const fault = isUnclear ? [mappingFinding('headUnclear', target.address, { text: shortText(head.written) })] : [];
    const hosted = withHost(target, host === 'unclear' ? undefined : host);
    targets.push({ ...hosted, use: own.use, stated, faults: [...hosted.faults, ...fault] });
  }
  return targets;
}

/** The figure that 同比 or a rank belongs to; undefined for none at its left, and unclear where another may be between. */
function hostOf(
  column: number,
  values: readonly number[],
  { isFamily, isUnknown }: { isFamily: (column: number) => boolean; isUnknown: (column: number) => boolean },
  targets: readonly ColumnTarget[],
): ColumnTarget | 'unclear' | undefined {
  const left = values.findLast((one) => one < column);
  if (left === undefined) return undefined;
  const between = Array.from({ length: column - left - 1 }, (_, at) => left + 1 + at);
  const isBeside = between.every(isFamily);
  if (!isBeside && (values.length > 1 || between.some(isUnknown))) return 'unclear';
  return targets.find((one) => one.use === 'value' && one.column === left);
}

const isWithoutPeriod = ({ period }: Pick<ColumnTarget, 'period'>) => 'texts' in period && period.texts.length === 0;

/** What a column does not say itself is that of its figure; where both say something else, they do not belong together. */
function withHost<Target extends Omit<ColumnTarget, 'use'>>(target: Target, host: ColumnTarget | undefined): Target {
  if (!host) return target;
  return {
    ...target,
    indicator: target.indicator ?? host.indicator,
    unit: target.unit ?? host.unit,
    period: isWithoutPeriod(target) ? host.period : target.period,
  };
}
