import { RunStateTag, RunTags } from '@/app/ui/assessment/run-tags';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { unbroken } from '@/app/ui/tables/unbroken';
import type { RunLine } from '@/lib/assessment/runs/listing/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The number of characters of a fingerprint that distinguish runs. */
const shortPrint = 8;

/** Runs, a line each, with a link to the run. */
export function RunTable(props: { runs: readonly RunLine[]; caption: string; locale: Locale }) {
  const { runs, caption, locale } = props;
  const t = translator(locale, 'runs');
  const columns: Column<RunLine>[] = [
    {
      key: 'scheme',
      header: t('scheme'),
      className: 'min-w-48 max-sm:max-w-48',
      cell: (one) => (
        <>
          <a href={paths.run(one.id)} className="font-medium text-sea hover:underline">
            {markedName(one.scheme, locale)}
          </a>{' '}
          <RunTags isExample={one.isExample} isDemonstration={one.isDemonstration} locale={locale} />
        </>
      ),
    },
    {
      key: 'period',
      header: t('period'),
      className: 'whitespace-nowrap',
      cell: (one) => writtenPeriod(one.periodCode, locale),
    },
    { key: 'state', header: t('state'), cell: (one) => <RunStateTag state={one.state} locale={locale} /> },
    {
      key: 'version',
      header: t('version'),
      ...unbroken(locale),
      cell: (one) =>
        one.versionState === 'published'
          ? t('versionNumber', { number: one.schemeVersion })
          : t('versionChoice', { number: one.schemeVersion, state: t(`versionStates.${one.versionState}`) }),
    },
    { key: 'group', header: t('group'), className: 'min-w-28', cell: (one) => markedName(one.group, locale) },
    { key: 'units', header: t('units'), align: 'end', cell: (one) => one.units },
    { key: 'ranked', header: t('ranked'), align: 'end', cell: (one) => one.ranked },
    {
      key: 'computed',
      header: t('computed'),
      cell: (one) => (
        <>
          {writtenActor(one.computedByName, locale)}
          <span className="block text-xs whitespace-nowrap text-ink-2">{writtenMoment(one.computedAt)}</span>
        </>
      ),
    },
    {
      key: 'fingerprint',
      header: t('fingerprint'),
      cell: (one) => <span className="font-mono text-xs">{one.sha256.slice(0, shortPrint)}</span>,
    },
  ];
  return <DataTable caption={caption} rows={runs} columns={columns} rowKey={(one) => one.id} />;
}
