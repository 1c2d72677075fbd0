import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { heatTable } from '@/lib/dashboards/compare/heat';
import { limits as compared } from '@/lib/dashboards/compare/words';
import { mostDrawn, nothingMoves, rankingBars, rankingBump } from '@/lib/dashboards/indicator/charts';
import { noted } from '@/lib/dashboards/series/noted';
import { tableTwin } from '@/lib/dashboards/series/table-twin';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { focalUnits } from '@/lib/observations/ranking/focal-units';
import { rankingOf } from '@/lib/observations/ranking/ranking-of';
import type { PeerUnit } from '@/lib/observations/ranking/words';
import { paths, withQuery } from '@/lib/paths';
import { groupKey } from './asked';
import type { CardView } from './card-view';
import { absent, type CardOf, joined, type Look, twinLabels } from './look';

const placed = (units: readonly PeerUnit[]): PeerUnit[] => units.map((unit, sortOrder) => ({ ...unit, sortOrder }));

const membersIn = ({ data }: Look, group: string, period: string): PeerUnit[] =>
  placed(data.members.filter((one) => one.group === group && one.period === period).map(({ unit }) => unit));

const focalIn = (units: readonly PeerUnit[], { filter, home }: Look) =>
  focalUnits(units, home, filter.unit || undefined);

/** The units of a group by an indicator, as bars of a period or as places over periods. */
export function groupView(card: CardOf<'bars' | 'bump'>, look: Look): CardView {
  const { data, filter, locale } = look;
  const [indicator, group] = [data.indicators.get(card.indicator), data.groups.get(card.group)];
  if (!indicator) return absent(card, 'indicatorGone', look);
  if (!group) return absent(card, 'groupGone', look);
  const t = translator(locale, 'indicators');
  const name = nameOf(indicator, locale);
  const own = data.periods.get(groupKey(card.indicator, card.group));
  if (!own?.period)
    return absent(card, filter.period ? 'noneInPeriod' : 'noFigure', look, joined(name, nameOf(group, locale)));
  const { period, course } = own;
  const isBump = card.kind === 'bump';
  if (isBump && own.isLarge) return absent(card, 'tooMany', look, joined(name, nameOf(group, locale)));
  const units = membersIn(look, card.group, period);
  const inGroup = new Set(data.members.flatMap((one) => (one.group === card.group ? one.unit.code : [])));
  const figures = data.ofGroups.filter((one) => one.indicatorCode === card.indicator && inGroup.has(one.orgUnitCode));
  const named = new Map(units.map((unit) => [unit.code, unit]));
  const ranking = rankingOf({
    ...{ indicator, periodCode: period, peerGroupCode: card.group, units, unread: null, publishedRanks: [] },
    figures: figures.flatMap((one) => {
      const unit = named.get(one.orgUnitCode);
      return unit && one.periodCode === period ? [{ ...one, unit }] : [];
    }),
    course: isBump ? figures.filter(({ periodCode }) => course.includes(periodCode)) : [],
    ofTheTime: {
      members: data.members
        .filter((one) => isBump && one.group === card.group && course.includes(one.period))
        .map((one) => ({ periodCode: one.period, unit: one.unit })),
      reorganised: data.reorganised,
    },
  });
  const focal = focalIn(units, look);
  const drawn = isBump ? rankingBump({ ranking, focal, locale }) : rankingBars({ ranking, focal, locale });
  const written = writtenPeriod(period, locale);
  const ticks = drawn && 'ticks' in drawn ? drawn.ticks : [];
  const span = { from: ticks[0]?.label ?? '', to: ticks.at(-1)?.label ?? '' };
  const head = {
    card,
    title:
      card.title ||
      (drawn && isBump
        ? t('charts.bump', { indicator: name, ...span })
        : t('charts.bars', { indicator: name, period: written })),
    subtitle: joined(isBump ? '' : unitOf(indicator, locale), nameOf(group, locale)),
    href: withQuery(paths.indicator(indicator.code), { period, group: card.group }, 'charts'),
  };
  if (!drawn) return { ...head, body: { kind: 'absent', absence: 'fewFigures' }, cited: [] };
  if (drawn.kind === 'bump' && nothingMoves(drawn))
    return { ...head, body: { kind: 'absent', absence: 'nothingMoves' }, cited: [] };
  const spec = drawn.kind === 'bump' ? noted(drawn, data.notes, { indicator: indicator.code }, locale) : drawn;
  const missing = ranking.rows.filter(({ figure }) => figure === null).map(({ unit }) => nameOf(unit, locale));
  const notes = isBump
    ? [indicator.measure !== 'rank' && spec.kind === 'bump' && t('charts.bumpNote', { count: spec.series.length })]
    : [
        missing.length > 0 && missing.length <= 13 && t('charts.missing', { units: listed(missing, locale) }),
        ranking.rows.length > mostDrawn && t('charts.many', { count: mostDrawn }),
      ];
  return {
    ...head,
    body: {
      ...{ kind: 'chart', spec, table: tableTwin(spec, twinLabels(indicator, locale)) },
      ...{ note: notes.filter((note) => note !== false).join(' '), fileName: `${name}_${nameOf(group, locale)}` },
    },
    cited: isBump ? figures : ranking.rows.flatMap(({ figure }) => figure ?? []),
  };
}

/** Several indicators of a group, each in its newest full period or in the asked one, tinted by place. */
export function heatView(card: CardOf<'heat'>, look: Look): CardView {
  const { data, filter, locale } = look;
  const group = data.groups.get(card.group);
  if (!group) return absent(card, 'groupGone', look);
  const indicators = card.indicators.flatMap((code) => data.indicators.get(code) ?? []);
  if (indicators.length === 0) return absent(card, 'indicatorGone', look);
  const shown = indicators.flatMap((indicator) => {
    const period = data.periods.get(groupKey(indicator.code, card.group))?.period;
    return period ? [{ indicator, period }] : [];
  });
  const title = card.title || joined(nameOf(group, locale), translator(locale, 'boards')('kinds.heat'));
  if (shown.length === 0) return absent(card, filter.period ? 'noneInPeriod' : 'noFigure', look, title);
  const all = new Map(
    shown.flatMap(({ period }) => membersIn(look, card.group, period)).map((unit) => [unit.code, unit] as const),
  );
  const everyUnit = [...all.values()].toSorted((a, b) => a.sortOrder - b.sortOrder);
  const focal = focalIn(everyUnit, look);
  const units = everyUnit.filter(({ code }, at) => at < compared.units || focal.has(code));
  const periods = [...new Set(shown.map(({ period }) => period))];
  // Places are those among all members, of which a large group lists some.
  const heat = heatTable(
    {
      ...{
        units: everyUnit.map(({ code }) => code),
        indicators: shown.map(({ indicator }) => indicator.code),
        periods,
      },
      ...{ transposed: false, view: 'table', sort: '', order: 'desc' },
    },
    indicators,
    data.ofGroups,
  );
  const facets = heat.facets.filter(({ indicator, periodCode }) =>
    shown.some((one) => one.indicator.code === indicator.code && one.period === periodCode),
  );
  const [only, ...more] = periods;
  return {
    ...{ card, title, href: '' },
    subtitle: only !== undefined && more.length === 0 ? writtenPeriod(only, locale) : '',
    body: { kind: 'heat', facets, units, of: everyUnit.length, cellOf: heat.cellOf, focal },
    cited: units.flatMap(({ code }) => facets.flatMap(({ key }) => heat.cellOf(code, key)?.figure ?? [])),
  };
}
