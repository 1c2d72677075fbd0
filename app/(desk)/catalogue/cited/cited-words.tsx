import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedLine } from '@/lib/observations/cited/queue/queries';
import type { CitedFinding } from '@/lib/observations/cited/words';
import { isWorded, writtenText } from '@/lib/observations/written';

type Stated = CitedLine['now'];

/** A value with its vintage and its published growth; a dash for none. */
export function StatedValue(props: { stated: Stated; line: CitedLine; hasUnit?: boolean; locale: Locale }) {
  const { stated, line, hasUnit, locale } = props;
  const { measure } = line.indicator;
  const t = translator(locale, 'cited');
  if (!stated) return <span className="text-ink-2">{t('nothing')}</span>;
  return (
    <span>
      {writtenText(stated, locale, measure)}
      {hasUnit && !isWorded(measure) && (
        <span className="text-table text-ink-2"> {unitOf(line.indicator, locale)}</span>
      )}{' '}
      <VintageTag vintage={stated.vintage} locale={locale} />
      {stated.reportedYoy !== null && (
        <span className="block text-xs text-ink-2">
          {t('yoy')} <ReportedGrowth change={stated.reportedYoy} points={measure === 'rate'} locale={locale} />
        </span>
      )}
    </span>
  );
}

/** A finding as a sentence. */
export function findingText(finding: CitedFinding, locale: Locale): string {
  const t = translator(locale, 'cited');
  switch (finding.kind) {
    case 'jump':
      return t('findings.jump', { times: finding.times, from: finding.from });
    case 'beforeUnit':
      return t('findings.beforeUnit', { from: finding.from });
    case 'countMoved':
      return t('findings.countMoved', { now: finding.now });
    case 'growthCleared':
      return t('findings.growthCleared', { was: finding.was });
    case 'rankCleared':
      return t('findings.rankCleared', { scope: finding.scope });
    case 'growthDiffers':
      return t('findings.growthDiffers', { printed: finding.printed, computed: finding.computed });
    default:
      return t(`findings.${finding.kind}`);
  }
}
