import { StepTable } from '@/app/ui/tables/step-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale, Named } from '@/lib/i18n/words';
import type { HistoryStep } from '@/lib/monitoring/follow-ups/page/words';
import type { Step } from '@/lib/monitoring/follow-ups/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import { groupedDecimal } from '@/lib/statistics/numbers';

/** Every step of a follow-up with its words, in order. */
export function StepHistory(props: {
  history: readonly HistoryStep[];
  units: ReadonlyMap<string, Named>;
  caption: string;
  locale: Locale;
}) {
  const { history, units, caption, locale } = props;
  const t = translator(locale, 'followUps');
  return (
    <StepTable<HistoryStep>
      steps={history}
      caption={caption}
      heads={{ at: t('page.stepAt'), by: t('page.stepBy'), kind: t('page.stepKind'), words: t('page.stepWords') }}
      kindOf={({ step }) => t(`steps.${step.kind}`)}
      wordsOf={({ step, words }) => [factOf(step, units, locale), words].filter(Boolean).join('\n')}
      locale={locale}
    />
  );
}

/** What a step says besides its words. */
function factOf(step: Step, units: ReadonlyMap<string, Named>, locale: Locale): string {
  const t = translator(locale, 'followUps');
  switch (step.kind) {
    case 'raise':
    case 'edit':
      return `${step.title}\n${t('told.due', { due: step.dueOn })}`;
    case 'plan':
      return step.measures;
    case 'attach':
      return t('told.file', { name: step.fileName });
    case 'askExtension':
    case 'grantExtension':
      return t('told.until', { until: step.until });
    case 'merge':
      return t('told.into', { number: writtenNumber(step.into, locale) });
    case 'absorb':
      return t('told.from', { number: writtenNumber(step.from, locale) });
    case 'transfer': {
      const unit = units.get(step.to);
      return t('told.to', { unit: unit ? nameOf(unit, locale) : step.to });
    }
    case 'close':
      if (step.metBy)
        return t('told.metBy', {
          period: writtenPeriod(step.metBy.period, locale),
          value: groupedDecimal(step.metBy.value),
        });
      return step.despite ? t('told.despite') : '';
    default:
      return '';
  }
}
