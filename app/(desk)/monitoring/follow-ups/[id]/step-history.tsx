import { marked } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
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
    <DataTable<HistoryStep & { at: Date }>
      caption={caption}
      rows={history}
      rowKey={({ step, at }) => `${step.kind} ${at.toISOString()} ${history.findIndex((one) => one.step === step)}`}
      columns={[
        {
          key: 'at',
          header: t('page.stepAt'),
          className: 'whitespace-nowrap',
          cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
        },
        {
          key: 'by',
          header: t('page.stepBy'),
          className: 'min-w-24',
          cell: ({ by }) => marked(writtenActor(by, locale), locale),
        },
        { key: 'kind', header: t('page.stepKind'), ...unbroken(locale), cell: ({ step }) => t(`steps.${step.kind}`) },
        {
          key: 'words',
          header: t('page.stepWords'),
          className: 'min-w-64',
          cell: ({ step, words }) => (
            <span className="whitespace-pre-line">
              {marked([factOf(step, units, locale), words].filter(Boolean).join('\n'), locale)}
            </span>
          ),
        },
      ]}
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
