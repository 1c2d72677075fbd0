import { writtenSpan } from '@/lib/catalogue/annotations/told/span';
import { type Annotation, mostDrawnNotes } from '@/lib/catalogue/annotations/words';
import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import type { BumpSpec, ChartNote, ChartTick, TrendSpec } from '@/lib/dashboards/series/words';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

type TimeSpec = TrendSpec | BumpSpec;

/**
 * What a chart shows: its indicator (null for places of a scheme), and its units where the keys of its lines are others; and
 * the most notes that it draws.
 */
export type Drawn = { readonly indicator: string | null; readonly units?: readonly string[]; readonly most?: number };

/**
 * A chart over time with the notes about its indicator and its units, and about all, that fall into its periods. Of many
 * the latest are drawn, and the others counted.
 */
export function noted<Spec extends TimeSpec>(
  spec: Spec,
  notes: readonly Annotation[],
  { indicator, units = unitsIn(spec), most = mostDrawnNotes }: Drawn,
  locale: Locale,
): Spec {
  const placed = notes
    .filter((note) => note.indicator === null || note.indicator.code === indicator)
    .filter((note) => note.unit === null || units.includes(note.unit.code))
    .map((note) => ({ note, places: placesOf(spec.ticks, note) }))
    .filter(({ places }) => places.length > 0);
  if (placed.length === 0) return spec;
  const drawn = placed.slice(-most);
  const several = units.length > 1;
  // Where years are drawn over each other, a word says of which one it is.
  const ofYears = spec.ticks.some(({ periods }) => (periods?.length ?? 1) > 1);
  const wordOf = (note: Annotation) =>
    [ofYears && note.startsOn.slice(0, 4), locale === 'en' ? note.titleEn : note.titleZh].filter(Boolean).join(' ');
  return {
    ...spec,
    notes: drawn.map(({ note, places }, at) => ({
      ...{ key: note.id, places, mark: drawn.length > 1 ? markOf(at) : '' },
      ...{ word: wordOf(note), line: writtenNoteLine(note, several, locale) },
      isRange: note.startsOn !== note.endsOn,
      source: note.source && { ...note.source, locator: note.locator },
    })),
    ...(placed.length > drawn.length && { notesLeftOut: placed.length - drawn.length }),
  };
}

/** The units of lines: their keys, of a year of a unit the part before the year. */
const unitsIn = ({ series }: TimeSpec) => [...new Set(series.map(({ key }) => key.split(' ')[0] ?? key))];

/** ①, ②, …, at most twenty. */
const markOf = (at: number) => String.fromCodePoint(0x2460 + at);

/** A note as a line of text, with its unit where the chart has several. */
function writtenNoteLine(note: Annotation, namesUnit: boolean, locale: Locale): string {
  const t = translator(locale, 'annotations');
  const en = locale === 'en';
  const title = en ? note.titleEn : note.titleZh;
  const word = namesUnit && note.unit ? t('charts.ofUnit', { unit: nameOf(note.unit, locale), word: title }) : title;
  return t('charts.line', { when: writtenSpan(note, locale), word, text: en ? note.textEn : note.textZh });
}

/** A note of a chart as one text with its document, for tables and files. */
export function noteText({ mark, line, source }: ChartNote, locale: Locale): string {
  const t = translator(locale, 'annotations');
  const title = source?.withdrawnReason
    ? translator(locale, 'figures')('withdrawnTitle', { title: source.title, reason: source.withdrawnReason })
    : source?.title;
  const place = title && source?.locator ? t('sourceAt', { title, locator: source.locator }) : title;
  return [mark && `${mark} `, line, place && ` ${t('sourceOf', { source: place })}`].filter(Boolean).join('');
}

/** The texts of all notes that fall into a period, for a file of its figures. */
export function notesInPeriod(
  notes: readonly Annotation[],
  periodCode: string,
  drawn: Drawn & { readonly units: readonly string[] },
  locale: Locale,
): string[] {
  const ticks = [{ key: periodCode, label: '' }];
  const { notes: found = [] } = noted<TrendSpec>(
    { kind: 'trend', ticks, series: [] },
    notes,
    { ...drawn, most: notes.length },
    locale,
  );
  return found.map((note) => noteText({ ...note, mark: '' }, locale));
}

/** Where a note stands: the ticks from the first that reaches its beginning to the first that reaches its end. */
function placesOf(ticks: readonly ChartTick[], { startsOn, endsOn }: Annotation): ChartNote['places'] {
  const lanes = Math.max(1, ...ticks.map(({ periods }) => periods?.length ?? 1));
  return Array.from({ length: lanes }, (_, lane) =>
    ticks.map(({ key, periods }) => {
      const period = parsePeriod(periods ? (periods[lane] ?? '') : key);
      return period && periodDays(period);
    }),
  ).flatMap((days) => {
    const from = days.findIndex((one) => one && one.endsOn >= startsOn);
    if (from < 0 || (days[from]?.startsOn ?? '') > endsOn) return [];
    const reached = days.findIndex((one) => one && one.endsOn >= endsOn);
    const last = reached < 0 ? days.findLastIndex((one) => one !== null) : reached;
    // After a gap the tick that reaches the end may begin after it.
    return { from, to: last > from && (days[last]?.startsOn ?? '') > endsOn ? last - 1 : last };
  });
}
