import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { Place } from '@/lib/catalogue/place/words';
import { mostOfPlace } from '@/lib/catalogue/place/words';
import { addressOf } from '@/lib/dashboards/compare/choice';
import { presetChoice } from '@/lib/dashboards/compare/presets';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Name } from '@/lib/i18n/words';

/** A place as its form shows it, with names instead of codes, and one empty row at the end of each list. */
export type WrittenPlace = ReturnType<typeof writtenPlace>;

/**
 * Writes a place for its form. `names` are those of its codes, by kind and code (`unit/JIA`): a name that several
 * have is written as the code, which is read back as the same.
 */
export function writtenPlace({ nameZh, nameEn, settings }: Place, names: ReadonlyMap<string, Name>, locale: Locale) {
  const all = [...names].map(([key, name]) => `${key.split('/')[0]} ${nameOf(name, locale)}`);
  const written = (kind: 'unit' | 'indicator' | 'topic') => (code: string) => {
    const name = names.get(`${kind}/${code}`);
    const text = name ? nameOf(name, locale) : code;
    return all.filter((one) => one === `${kind} ${text}`).length > 1 ? code : text;
  };
  const [unit, indicator, topic] = [written('unit'), written('indicator'), written('topic')];
  const withOneMore = <Row>(rows: readonly Row[], empty: Row, most: number): readonly Row[] =>
    rows.length < most ? [...rows, empty] : rows;
  return {
    nameZh,
    nameEn: nameEn === nameZh ? '' : nameEn,
    homeUnits: settings.homeUnits.map(unit).join('\n'),
    sections: withOneMore(
      settings.sections.map((one) => ({
        unit: unit(one.unitCode),
        alsoUnits: one.alsoUnits.map(unit).join('、'),
        group: one.peerGroupCode ?? '',
        topics: one.topicRows.map((row) => row.map(topic).join('、')).join('\n'),
        indicators: one.indicatorCodes.map(indicator).join('\n'),
      })),
      { unit: '', alsoUnits: '', group: '', topics: '', indicators: '' },
      mostOfPlace.sections,
    ),
    charts: withOneMore(
      settings.charts.map((one) => ({
        indicator: indicator(one.indicatorCode),
        group: one.kind === 'ranking' ? one.peerGroupCode : '',
        period: one.kind === 'ranking' && one.periodCode ? writtenPeriod(one.periodCode, locale) : '',
        unit: one.kind === 'years' ? unit(one.unitCode) : '',
      })),
      { indicator: '', group: '', period: '', unit: '' },
      mostOfPlace.charts,
    ),
    companions: Object.entries(settings.companions)
      .map(([under, card]) => `${indicator(under)} > ${indicator(card)}`)
      .join('\n'),
    comparisons: withOneMore(
      settings.comparisons.map((one) => ({
        nameZh: one.nameZh,
        nameEn: one.nameEn === one.nameZh ? '' : one.nameEn,
        address: addressOf(presetChoice(one)),
      })),
      { nameZh: '', nameEn: '', address: '' },
      mostOfPlace.comparisons,
    ),
  };
}
