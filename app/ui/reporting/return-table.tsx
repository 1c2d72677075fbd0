import { buttonLook } from '@/app/ui/primitives/button';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import { isToDo } from '@/lib/reporting/entry/form/to-do';
import type { ReturnHead } from '@/lib/reporting/entry/form/words';
import { Countdown } from './countdown';
import { DemonstrationTag, StateTag, TimelinessTag } from './state-tag';

/** The returns of a unit, each with its state, its timeliness and a link. */
export function ReturnTable(props: { returns: readonly ReturnHead[]; now: Date; caption: string; locale: Locale }) {
  const { now, locale } = props;
  const t = translator(locale, 'entry');
  const columns: Column<ReturnHead>[] = [
    {
      key: 'task',
      header: t('task'),
      className: 'min-w-44',
      cell: (one) => (
        <>
          <a href={paths.entry(one.collectionId)} className="font-medium text-sea hover:underline">
            {one.title}
          </a>{' '}
          {one.isDemonstration && <DemonstrationTag locale={locale} />}
          <span className="block text-xs text-ink-2">{writtenPeriod(one.periodCode, locale)}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <span className="flex flex-wrap gap-1">
          <StateTag state={one.state} locale={locale} />
          <TimelinessTag timeliness={one.timeliness} locale={locale} />
        </span>
      ),
    },
    {
      key: 'progress',
      header: t('progress'),
      align: 'end',
      cell: (one) => t('progressOf', { filled: one.filled, items: one.items }),
    },
    {
      key: 'deadline',
      header: t('deadline'),
      className: 'whitespace-nowrap',
      cell: (one) => {
        const until = one.extendedUntil && one.extendedUntil > one.dueAt ? one.extendedUntil : one.dueAt;
        return (
          <>
            {writtenMoment(until)}
            {isToDo(one) && one.timeliness !== 'notOpen' && (
              <span className="block text-xs text-ink-2">
                <Countdown to={until} now={now} locale={locale} />
              </span>
            )}
          </>
        );
      },
    },
    {
      key: 'action',
      header: t('action'),
      className: 'whitespace-nowrap',
      cell: (one) => (
        <a href={paths.entry(one.collectionId)} className={buttonLook(isToDo(one) ? 'primary' : 'outline', 'h-8')}>
          {t(one.state === 'returned' ? 'mend' : !isToDo(one) ? 'look' : one.state === 'empty' ? 'fill' : 'resume')}
        </a>
      ),
    },
  ];
  return (
    <DataTable caption={props.caption} rows={props.returns} columns={columns} rowKey={(one) => one.collectionId} />
  );
}
