import type { Direction } from '@/lib/catalogue/words';
import type { PeerFigure } from '@/lib/dashboards/overview/queries';
import { type PointRow, trendOf } from '@/lib/dashboards/series/period-series';
import { rankedBars } from '@/lib/dashboards/series/ranked-bars';
import { timeTicks } from '@/lib/dashboards/series/spaced-periods';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { isBound, writtenText } from '@/lib/observations/written';
import { placesOf } from '@/lib/statistics/places';

/** Peers ranked by their figures, the focal unit marked. */
export function peerBars(peers: readonly PeerFigure[], focal: string, direction: Direction, locale: Locale): ChartSpec {
  const rows = peers.map((peer) => ({
    key: peer.orgUnitCode,
    label: nameOf(peer, locale),
    value: peer.value,
    text: writtenText(peer, locale),
    bound: isBound(peer),
    focal: peer.orgUnitCode === focal,
  }));
  return rankedBars(rows, direction).spec;
}

/** The competition place of a unit among its peers, best figure first; null where it has no figure. */
export function placeOf(peers: readonly PeerFigure[], code: string, direction: Direction): number | null {
  const places = placesOf(
    peers.map(({ value }) => value),
    direction,
  );
  return places[peers.findIndex(({ orgUnitCode }) => orgUnitCode === code)] ?? null;
}

function pointsOf(figures: readonly FigureView[], locale: Locale): PointRow[] {
  return figures.map((figure) => ({
    seriesKey: figure.indicatorCode,
    tickKey: figure.periodCode,
    value: figure.value,
    text: writtenText(figure, locale),
    bound: isBound(figure),
  }));
}

/** One indicator of a unit over its years. */
export function yearlyTrend(
  figures: readonly FigureView[],
  of: { readonly name: string; readonly redefined: readonly string[]; readonly reorganised: readonly string[] },
  locale: Locale,
): ChartSpec {
  const key = figures[0]?.indicatorCode ?? '';
  const codes = [...new Set(figures.map((figure) => figure.periodCode))].sort();
  const ticks = timeTicks(codes, of.redefined, locale, of.reorganised);
  return trendOf(pointsOf(figures, locale), [{ key, label: of.name, focal: true }], ticks);
}
