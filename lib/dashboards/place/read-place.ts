import * as z from 'zod';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';
import { readPeriod } from '@/lib/catalogue/periods/read-period';
import { mostOfPlace, type OverviewChart, type OverviewSection, type PlaceSettings } from '@/lib/catalogue/place/words';
import { Asked } from '@/lib/dashboards/compare/choice';
import type { FieldFault } from '@/lib/errors';
import { printable } from '@/lib/printable';

const line = (most: number) => z.string().trim().max(most).regex(printable);
const lines = z.string().max(8000);

/** The place as its form has it: names as they are typed, one a line; an emptied section, chart or comparison goes. */
export const TypedPlace = z.strictObject({
  nameZh: line(60).min(1),
  nameEn: line(80),
  homeUnits: lines,
  sections: z
    .array(z.strictObject({ unit: line(80), alsoUnits: line(200), group: line(40), topics: lines, indicators: lines }))
    .max(mostOfPlace.sections + 1),
  charts: z
    .array(z.strictObject({ indicator: line(80), group: line(40), period: line(40), unit: line(80) }))
    .max(mostOfPlace.charts + 1),
  companions: lines,
  comparisons: z
    .array(z.strictObject({ nameZh: line(60), nameEn: line(80), address: line(4000) }))
    .max(mostOfPlace.comparisons + 1),
});
export type TypedPlace = z.infer<typeof TypedPlace>;

/** The names among which a typed place is read. */
export type PlaceNames = {
  readonly units: readonly NameEntry[];
  readonly indicators: readonly NameEntry[];
  readonly topics: readonly NameEntry[];
  readonly groups: readonly string[];
};

const listOf = (text: string) =>
  text
    .split(/\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
const besides = (text: string) =>
  text
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The settings of a typed place, and every name in it that the catalogue does not have, by field. */
export function readPlace(typed: TypedPlace, names: PlaceNames): { settings: PlaceSettings; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const readers = {
    units: nameReader(names.units),
    indicators: nameReader(names.indicators),
    topics: nameReader(names.topics),
  };
  const codes = (of: keyof typeof readers, field: string, written: readonly string[]): string[] => {
    if (written.length > mostOfPlace.lines)
      faults.push({ field, key: 'place.refusals.tooMany', details: { field, most: mostOfPlace.lines } });
    const read = written.map((name) => ({ name, found: readers[of](name) }));
    const unread = (kind: 'none' | 'either') => read.filter(({ found }) => found.kind === kind).map(({ name }) => name);
    for (const [kind, key] of [
      ['none', 'place.refusals.unknown'],
      ['either', 'place.refusals.ambiguous'],
    ] as const) {
      const wrong = unread(kind);
      if (wrong.length > 0) faults.push({ field, key, details: { field, names: wrong.slice(0, 5).join('、') } });
    }
    return read.flatMap(({ found }) => (found.kind === 'one' ? found.code : []));
  };
  const group = (field: string, code: string): string | null => {
    if (code === '') return null;
    if (!names.groups.includes(code)) faults.push({ field, key: 'place.refusals.noGroup', details: { field } });
    return code;
  };
  const sections = typed.sections.flatMap((one, at): OverviewSection[] => {
    if (one.unit === '') return [];
    const [unitCode = ''] = codes('units', `sectionUnit-${at}`, [one.unit]);
    const topicRows = listOf(one.topics).map((row) => codes('topics', `sectionTopics-${at}`, besides(row)));
    const indicatorCodes = codes('indicators', `sectionIndicators-${at}`, listOf(one.indicators));
    if (topicRows.length === 0 && indicatorCodes.length === 0) {
      const field = `sectionTopics-${at}`;
      faults.push({ field, key: 'place.refusals.emptySection', details: { field } });
    }
    return [
      {
        unitCode,
        alsoUnits: codes('units', `sectionAlso-${at}`, besides(one.alsoUnits)),
        topicRows,
        indicatorCodes,
        peerGroupCode: group(`sectionGroup-${at}`, one.group),
      },
    ];
  });
  const charts = typed.charts.flatMap((one, at): OverviewChart[] => {
    if (one.indicator === '') return [];
    const [indicatorCode = ''] = codes('indicators', `chartIndicator-${at}`, [one.indicator]);
    const peerGroupCode = group(`chartGroup-${at}`, one.group);
    if (peerGroupCode !== null) {
      const field = `chartPeriod-${at}`;
      const period = one.period === '' ? null : readPeriod(one.period);
      if (one.period !== '' && !period) faults.push({ field, key: 'place.refusals.noPeriod', details: { field } });
      return [{ kind: 'ranking', indicatorCode, peerGroupCode, periodCode: period }];
    }
    const field = `chartUnit-${at}`;
    if (one.unit === '') faults.push({ field, key: 'place.refusals.groupOrUnit', details: { field } });
    const [unitCode = ''] = one.unit === '' ? [] : codes('units', field, [one.unit]);
    return [{ kind: 'years', indicatorCode, unitCode }];
  });
  const companions = listOf(typed.companions).flatMap((text) => {
    const [under = '', card = ''] = text.split(/[>＞]/).map((one) => one.trim());
    const [first, second] = codes('indicators', 'companions', [under, card]);
    return first && second ? [[first, second] as const] : [];
  });
  const comparisons = typed.comparisons.flatMap(({ nameZh, nameEn, address }, at) => {
    if (nameZh === '' && address === '') return [];
    const query = new URLSearchParams(address.split('?').at(-1));
    const { units = [], indicators = [], periods = [] } = Asked.parse(Object.fromEntries(query));
    const field = nameZh === '' ? `comparisonName-${at}` : `comparisonAddress-${at}`;
    if (nameZh === '' || units.length === 0 || indicators.length === 0 || periods.length === 0)
      faults.push({ field, key: 'place.refusals.noComparison', details: { field } });
    return [{ nameZh, nameEn: nameEn || nameZh, units, indicators, periods }];
  });
  const homeUnits = codes('units', 'homeUnits', listOf(typed.homeUnits));
  return {
    settings: { homeUnits, sections, charts, companions: Object.fromEntries(companions), comparisons },
    faults,
  };
}
