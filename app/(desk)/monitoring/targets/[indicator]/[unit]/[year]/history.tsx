import { PlanList } from '@/app/(desk)/monitoring/targets/plan-field';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Section } from '@/app/ui/shell/section';
import { DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { TargetHistoryStep, TargetPage } from '@/lib/monitoring/targets/history/words';
import { writtenTarget } from '@/lib/monitoring/targets/written/written-target';

/** Every step of a target, newest first; none is ever changed or removed. */
export function History({ page, locale }: { page: TargetPage; locale: Locale }) {
  const t = translator(locale, 'targets');
  const value = (text: string | null) => writtenTarget(text, page.indicator);
  return (
    <Section title={t('page.history')} id="history" note={t('page.historyNote')}>
      <DataTable<TargetHistoryStep>
        caption={t('page.history')}
        rows={page.steps.toReversed()}
        rowKey={({ step }) => `${step}`}
        empty={
          <EmptyState title={t('page.noHistory')} reason={t(page.issued ? 'page.loaded' : 'page.noHistoryReason')} />
        }
        columns={[
          { key: 'at', header: t('page.at'), cell: ({ at }) => writtenMoment(at) },
          { key: 'kind', header: t('page.step'), cell: ({ kind }) => t(`steps.${kind}`) },
          { key: 'base', header: t('fields.base'), align: 'end', cell: ({ base }) => value(base) },
          { key: 'stretch', header: t('fields.stretch'), align: 'end', cell: ({ stretch }) => value(stretch) },
          {
            key: 'plan',
            header: t('plan.title'),
            cell: ({ plan }) => (plan ? <PlanList plan={plan} indicator={page.indicator} locale={locale} /> : '—'),
          },
          {
            key: 'note',
            header: t('page.why'),
            cell: ({ note, reason }) => <span className="break-words">{reason || note}</span>,
          },
          {
            key: 'by',
            header: t('page.by'),
            cell: ({ by, proposedBy }) => (proposedBy === null ? by : t('page.byTwo', { by, proposedBy })),
          },
        ]}
      />
    </Section>
  );
}
