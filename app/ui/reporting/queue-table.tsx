import { Badge } from '@/app/ui/primitives/badge';
import { buttonLook } from '@/app/ui/primitives/button';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { daysBetween, writtenMoment } from '@/lib/i18n/moments';
import { departmentOf, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { QueueLine } from '@/lib/reporting/review/words';
import { FlagCounts } from './flag-counts';
import { returnPath } from './review-address';

/** The queue, a line for each return; a unit's reviewer has a line for each department. */
export function QueueTable(props: { lines: readonly QueueLine[]; isByDepartment: boolean; now: Date; locale: Locale }) {
  const { isByDepartment, locale } = props;
  const t = translator(locale, 'review');
  const hrefOf = (line: QueueLine) =>
    returnPath({
      collectionId: line.collectionId,
      unitCode: line.unit.code,
      department: isByDepartment ? line.department : '',
    });
  const nameIn = (line: QueueLine) => (isByDepartment ? departmentOf(line, locale) : nameOf(line.unit, locale));
  const columns: Column<QueueLine>[] = [
    {
      key: 'unit',
      header: isByDepartment ? t('department') : t('unit'),
      cell: (line) => (
        <a
          href={hrefOf(line)}
          className="inline-flex min-h-6 items-center font-medium whitespace-nowrap text-sea hover:underline max-sm:min-h-11"
        >
          {nameIn(line)}
        </a>
      ),
    },
    { key: 'waiting', header: t('waiting'), align: 'end', cell: (line) => line.waiting },
    { key: 'flags', header: t('flags'), cell: (line) => <FlagCounts counts={line} locale={locale} /> },
    {
      key: 'collection',
      header: t('collection'),
      cell: (line) => (
        <span className="inline-block min-w-48">
          <a href={hrefOf(line)} className="text-sea hover:underline">
            {line.title}
          </a>{' '}
          <span className="text-ink-2">{writtenPeriod(line.periodCode, locale)}</span>{' '}
          {line.isDemonstration && <Badge>{translator(locale, 'reporting')('demonstration')}</Badge>}
        </span>
      ),
    },
    {
      key: 'submitted',
      header: t('submitted'),
      className: 'whitespace-nowrap',
      cell: (line) =>
        line.submittedAt ? (
          <>
            {writtenMoment(line.submittedAt)}{' '}
            <span className="text-ink-2">
              {t('waitingSince', {
                days: Math.max(0, daysBetween(line.submittedAt, props.now)),
              })}
            </span>
          </>
        ) : (
          '—'
        ),
    },
    { key: 'due', header: t('due'), className: 'whitespace-nowrap', cell: (line) => writtenMoment(line.dueAt) },
    {
      key: 'open',
      header: t('open'),
      cell: (line) => (
        <a
          href={hrefOf(line)}
          aria-label={t('openOf', { name: t('of', { unit: nameIn(line), title: line.title }) })}
          className={buttonLook('outline')}
        >
          {t('open')}
        </a>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('waitingTab')}
      rows={props.lines}
      columns={columns}
      rowKey={(line) => `${line.collectionId} ${line.unit.code} ${line.department}`}
    />
  );
}
