import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { PeerFigure } from '@/lib/dashboards/overview/queries';
import { type PointRow, stackOf, trendOf } from '@/lib/dashboards/series/period-series';
import { rankedBars } from '@/lib/dashboards/series/ranked-bars';
import type { ChartSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { writtenText } from '@/lib/observations/written';

const isBound = (figure: FigureView) => figure.qualifier === 'at_least' || figure.qualifier === 'at_most';

/** Peers ranked by their figures, the focal unit marked. */
export function peerBars(peers: readonly PeerFigure[], focal: string, locale: Locale): ChartSpec {
  const rows = peers.map((peer) => ({
    key: peer.orgUnitCode,
    label: nameOf(peer, locale),
    value: peer.value,
    text: writtenText(peer, locale),
    bound: isBound(peer),
    focal: peer.orgUnitCode === focal,
  }));
  return rankedBars(rows, 'higher').spec;
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

function ticksOf(codes: readonly string[], locale: Locale) {
  return [...new Set(codes)].sort().map((code) => ({ key: code, label: writtenPeriod(code, locale) }));
}

/** One indicator of a unit over its years. */
export function yearlyTrend(figures: readonly FigureView[], label: string, locale: Locale): ChartSpec {
  const key = figures[0]?.indicatorCode ?? '';
  const ticks = ticksOf(
    figures.map((figure) => figure.periodCode),
    locale,
  );
  return trendOf(pointsOf(figures, locale), [{ key, label, focal: true }], ticks);
}

/** Parts of a whole over the years in which every part is known. */
export function yearlyParts(
  figures: readonly FigureView[],
  parts: readonly { key: string; label: string }[],
  locale: Locale,
): ChartSpec {
  const complete = figures.filter(({ periodCode }) =>
    parts.every(({ key }) => figures.some((one) => one.indicatorCode === key && one.periodCode === periodCode)),
  );
  const known = new Set(parts.map(({ key }) => key));
  const used = complete.filter((figure) => known.has(figure.indicatorCode));
  return stackOf(
    pointsOf(used, locale),
    parts,
    ticksOf(
      used.map((figure) => figure.periodCode),
      locale,
    ),
  );
}
