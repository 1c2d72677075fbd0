import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { multipleOf } from '@/lib/statistics/growth';
import { groupedDecimal, signedDecimal } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

/** A reported growth rate as its source states it: percent, or percentage points of a rate. */
export function ReportedGrowth({ change, points, locale }: { change: string; points: boolean; locale: Locale }) {
  const t = translator(locale, 'figures');
  return `${signedDecimal(change)}${points ? ` ${t('points')}` : t('percent')}`;
}

/** A computed growth; where the base allows no percentage, an explanation. */
export function ComputedGrowth({ growth, locale }: { growth: Growth; locale: Locale }) {
  const t = translator(locale, 'figures');
  if (growth.kind === 'baseZero' || growth.kind === 'baseNegative') {
    return (
      <span className="whitespace-nowrap text-ink-2">
        {t(growth.kind)} · {signedDecimal(growth.change)} <Summed growth={growth} locale={locale} />
      </span>
    );
  }
  if (growth.change === null) return <span className="text-ink-2">{t(growth.kind)}</span>;
  const times = growth.kind === 'percent' ? multipleOf(growth.change) : null;
  return (
    <>
      {times === null ? (
        <ReportedGrowth change={growth.change} points={growth.kind === 'points'} locale={locale} />
      ) : (
        t('times', { count: times })
      )}
      <Summed growth={growth} locale={locale} />
    </>
  );
}

/** Says that the base of a growth is the sum of the units that merged. */
export function Summed({ growth, locale }: { growth: Growth; locale: Locale }) {
  if (growth.change === null || growth.summed === undefined) return null;
  const base = groupedDecimal(growth.summed);
  return (
    <span className="block text-xs whitespace-normal text-ink-2">
      {translator(locale, 'figures')('summed', { base })}
    </span>
  );
}
