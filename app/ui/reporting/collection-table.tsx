import { Badge } from '@/app/ui/primitives/badge';
import { Countdown } from '@/app/ui/reporting/countdown';
import { StateBar } from '@/app/ui/reporting/progress-bar';
import { DemonstrationTag } from '@/app/ui/reporting/state-tag';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { CollectionLine } from '@/lib/reporting/collections/progress/words';

/**
 * Collections, a line each, with the progress of their returns. Beside other contents (`isBeside`) the state, which is
 * then the same, and the number of units, which the progress adds up to, are left out.
 */
export function CollectionTable(props: {
  collections: readonly CollectionLine[];
  now: Date;
  isBeside?: boolean;
  locale: Locale;
}) {
  const { collections, now, locale } = props;
  const t = translator(locale, 'collections');
  const columns: Column<CollectionLine>[] = [
    {
      key: 'name',
      header: t('name'),
      className: 'min-w-48 max-sm:max-w-48',
      cell: (one) => (
        <>
          <a href={paths.collection(one.id)} className="font-medium text-sea hover:underline">
            {one.title}
          </a>{' '}
          {one.isDemonstration && <DemonstrationTag locale={locale} />}
        </>
      ),
    },
    {
      key: 'due',
      header: t('due'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <>
          {writtenMoment(one.dueAt)}
          {one.state === 'open' && (
            <span className="block text-xs text-ink-2">
              {one.opensAt > now ? (
                t('opensOn', { at: writtenMoment(one.opensAt) })
              ) : (
                <Countdown to={one.dueAt} now={now} locale={locale} />
              )}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'progress',
      header: t('progress'),
      className: 'w-80 min-w-64 py-2',
      cell: (one) => <StateBar counts={one.counts} locale={locale} />,
    },
    {
      key: 'attention',
      header: t('attention'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <span className="flex flex-col items-start gap-1 py-1">
          {one.behind > 0 && <Badge tone="gold">{t('behind', { count: one.behind })}</Badge>}
          {one.requests > 0 && <Badge tone="gold">{t('requests', { count: one.requests })}</Badge>}
          {one.behind + one.requests === 0 && t('nothingToDo')}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      className: 'whitespace-nowrap',
      cell: (one) => <Badge tone={one.state === 'open' ? 'sea' : 'plain'}>{t(`states.${one.state}`)}</Badge>,
    },
    {
      key: 'period',
      header: t('period'),
      className: 'whitespace-nowrap',
      cell: (one) => writtenPeriod(one.periodCode, locale),
    },
    { key: 'units', header: t('units'), align: 'end', cell: (one) => one.units },
  ];
  const shown = props.isBeside ? columns.filter(({ key }) => key !== 'state' && key !== 'units') : columns;
  return <DataTable caption={t('title')} rows={collections} columns={shown} rowKey={(one) => one.id} />;
}
