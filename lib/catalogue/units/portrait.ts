import type { IndicatorFigures, TopicFigures, UnitFigure, UnitName, UnitPlace } from '@/lib/catalogue/units/words';
import type { PublishedRankView } from '@/lib/observations/words';

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/**
 * A unit's figures by topic and indicator, the latest first. Figures must come in the order of topics and indicators,
 * newest first inside each.
 */
export function byTopic(
  figures: readonly UnitFigure[],
  topics: readonly UnitName[],
  places: readonly UnitPlace[],
  ranks: readonly PublishedRankView[],
): TopicFigures[] {
  const byIndicator = grouped(figures, ({ indicator }) => indicator.code);
  const lines = [...byIndicator.values()].flatMap(([latest, ...earlier]): IndicatorFigures[] =>
    latest
      ? [
          {
            indicator: latest.indicator,
            latest,
            earlier,
            place: places.find(({ indicatorCode }) => indicatorCode === latest.indicator.code) ?? null,
            ranks: ranks.filter(({ indicatorCode }) => indicatorCode === latest.indicator.code),
          },
        ]
      : [],
  );
  return topics
    .map((topic) => ({ topic, indicators: lines.filter(({ indicator }) => indicator.topicCode === topic.code) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** The indicators on which the unit is in the first third of its peers, and those in the last; best and worst first. */
export function strongAndWeak(lines: readonly IndicatorFigures[]): {
  strong: IndicatorFigures[];
  weak: IndicatorFigures[];
} {
  const placed = lines.flatMap((line) => (line.place ? [{ line, share: line.place.place / line.place.of }] : []));
  const strong = placed.filter(({ share }) => share <= 1 / 3).sort((a, b) => a.share - b.share);
  const weak = placed.filter(({ share }) => share > 2 / 3).sort((a, b) => b.share - a.share);
  return { strong: strong.map(({ line }) => line), weak: weak.map(({ line }) => line) };
}

/**
 * 位次匹配: each place against the unit's place by the benchmark indicator, in the same group. Only indicators ranked
 * among as many peers as the benchmark are compared: a place among fewer means something else.
 */
export function rankMatch(lines: readonly IndicatorFigures[], benchmarkCode: string) {
  const benchmark = lines.find(({ indicator }) => indicator.code === benchmarkCode)?.place;
  if (!benchmark) return null;
  const matched = lines.flatMap((line) =>
    line.place && line.indicator.code !== benchmarkCode && line.place.of === benchmark.of
      ? [{ line, place: line.place, ahead: benchmark.place - line.place.place }]
      : [],
  );
  return matched.length > 0 ? { benchmark, matched: matched.sort((a, b) => b.ahead - a.ahead) } : null;
}

/** The figures of the kind of period that occurs most often, oldest first: what a line over time may show. */
export function longestCourse({ latest, earlier }: IndicatorFigures): UnitFigure[] {
  const dated = [latest, ...earlier].filter(({ periodKind }) => periodKind !== 'undated');
  const kinds = [...grouped(dated, ({ periodKind }) => periodKind).values()];
  const longest = kinds.sort((a, b) => b.length - a.length)[0] ?? [];
  return [...longest].reverse();
}
