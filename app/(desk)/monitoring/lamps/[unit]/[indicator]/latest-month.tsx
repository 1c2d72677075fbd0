import { LampMark } from '@/app/ui/figures/lamp-mark';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import { periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, nameOf, unitBehind } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { LampCourse, ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import { unlitReason } from '@/lib/monitoring/lamps/unlit-reason';
import { writtenReason, writtenValue } from '@/lib/monitoring/lamps/written-lamp';
import { decimalOf, groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';

/** Where the indicator stands in its last known month: lamp, reason, gap, pace and forecast. */
export function LatestMonth({ course, locale }: { course: LampCourse; locale: Locale }) {
  const t = translator(locale, 'lamps');
  const { indicator, curve, months, year } = course;
  const latest = months.findLast(({ actual, lamp }) => actual !== null || lamp !== null);
  if (!latest) return null;
  const { actual, progress, lamp, month } = latest;
  const unit = unitBehind(indicator, locale);
  const value = (number: number) => `${writtenValue(number, indicator)} ${unit}`;
  return (
    <Section
      title={`${t('page.now')} · ${writtenPeriod(periodCode('month', year, month), locale)}`}
      id="latest"
      className="mt-2"
    >
      <FactList
        facts={[
          [t('page.lamp'), lamp ? <LampMark key="lamp" lamp={lamp} locale={locale} /> : t('unlit')],
          [t('page.why'), lamp ? reasonText(lamp) : t(`page.unlit.${unlitReason(course)}`)],
          [t('page.actual'), actual === null ? null : value(actual)],
          [t('page.expected'), progress && value(progress.expected)],
          [t('page.target'), course.target === null ? null : value(Number(course.target))],
          [t('page.curve'), curve && t(`page.source.${curve.source}`)],
          [t('page.owner'), nameOf(course.owner, locale) || null],
          [t('page.gap'), progress && gapText(progress.gap, progress.gapPoints)],
          [t('page.pace'), progress && paceText()],
          [t('page.forecast'), forecastText()],
        ]}
      />
    </Section>
  );

  function reasonText(shown: ShownLamp): string {
    const reason = writtenReason(shown, indicator, locale);
    return shown.isRevised ? `${reason} (${t('revised')})` : reason;
  }

  function gapText(gap: number, points: number | null): string {
    const amount = `${signedDecimal(decimalOf(gap, indicator.decimals))} ${unit}`;
    if (points === null) return t('page.gapAlone', { gap: amount });
    return t('page.gapOf', { gap: amount, points: signedDecimal(decimalOf(points, 1)) });
  }

  function paceText(): string | null {
    if (!progress || progress.pace === null) return null;
    if (progress.isReached) return t('page.paceReached');
    const left = months.length - progress.month;
    return course.adds
      ? t('page.paceOf', { value: value(progress.pace), months: left })
      : t('page.levelPace', {
          value: `${signedDecimal(decimalOf(progress.pace, indicator.decimals))} ${unit}`,
          months: left,
        });
  }

  function forecastText(): string {
    const { forecast } = course;
    if (!forecast) return t('page.noForecast');
    const years = listed(
      forecast.years.map((one) => `${one}`),
      locale,
    );
    const method = t(`page.${forecast.method}`, { years });
    const said = { value: value(forecast.value), method };
    if (!forecast.range) return t('page.forecastOf', said);
    const bound = (number: number) => groupedDecimal(decimalOf(number, indicator.decimals));
    return t('page.forecastRange', { ...said, low: bound(forecast.range.low), high: bound(forecast.range.high) });
  }
}
