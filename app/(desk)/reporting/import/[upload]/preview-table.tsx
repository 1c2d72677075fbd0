import { clsx } from 'clsx';
import { markedName } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { listed, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenText } from '@/lib/observations/written';
import type { PreviewRow } from '@/lib/reporting/import/preview/words';
import type { StagedOld } from '@/lib/reporting/import/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { shortestExplanation } from '@/lib/reporting/words';
import { signedDecimal } from '@/lib/statistics/numbers';

type Written = Pick<StagedOld, 'value' | 'decimals' | 'qualifier' | 'qualifierPrinted' | 'absence' | 'typed'>;

/** The rows of an upload compared with the present entries, each with its cell and findings. */
export function PreviewTable({ rows, locale }: { rows: readonly PreviewRow[]; locale: Locale }) {
  const t = translator(locale, 'imports');
  const r = translator(locale, 'reporting');
  const figure = (one: Written | null, { indicator }: PreviewRow) => {
    if (!one) return t('preview.nothing');
    const { value, absence, typed } = one;
    if (value !== null) return writtenText({ ...one, value }, locale, indicator?.measure ?? 'amount');
    return absence === 'none' || absence === 'blank' ? typed || t('preview.nothing') : r(`absences.${absence}`);
  };
  const columns: Column<PreviewRow>[] = [
    {
      key: 'cell',
      header: t('preview.cell'),
      cell: ({ address }) => <span className="font-mono">{address}</span>,
    },
    {
      key: 'kind',
      header: t('preview.result'),
      cell: ({ kind }) => (
        <span
          className={clsx(
            'whitespace-nowrap',
            kind === 'faulty' && 'font-semibold text-vermilion',
            kind === 'unchanged' && 'text-ink-2',
          )}
        >
          {t(`kinds.${kind}`)}
        </span>
      ),
    },
    {
      key: 'indicator',
      header: t('preview.indicator'),
      className: 'min-w-36',
      cell: ({ indicator, indicatorCode }) =>
        indicator ? (
          <>
            {markedName(indicator, locale)} <span className="text-xs text-ink-2">{unitOf(indicator, locale)}</span>
          </>
        ) : (
          (indicatorCode ?? t('preview.nothing'))
        ),
    },
    {
      key: 'period',
      header: t('preview.period'),
      cell: ({ periodCode }) => (
        <span className="whitespace-nowrap">
          {periodCode ? writtenPeriod(periodCode, locale) : t('preview.nothing')}
        </span>
      ),
    },
    { key: 'old', header: t('preview.old'), align: 'end', cell: (row) => figure(row.old, row) },
    {
      key: 'now',
      header: t('preview.now'),
      align: 'end',
      cell: (row) => <span className={clsx(row.kind === 'changed' && 'font-semibold')}>{figure(row, row)}</span>,
    },
    {
      key: 'difference',
      header: t('preview.difference'),
      align: 'end',
      cell: ({ kind, difference }) =>
        kind === 'changed' && difference !== null ? signedDecimal(difference) : t('preview.nothing'),
    },
    {
      key: 'yoy',
      header: t('columns.yoy'),
      align: 'end',
      cell: (row) => <Growth row={row} locale={locale} />,
    },
  ];
  return (
    <DataTable
      caption={t('preview.caption')}
      rows={rows}
      columns={columns}
      rowKey={({ address }) => address}
      detail={(row) => (hasMore(row) ? <Found row={row} locale={locale} /> : null)}
      empty={<p className="border-y border-rule py-8 text-center text-ink-2">{t('preview.none')}</p>}
    />
  );
}

/** The 同比 of a row; a changed one stands behind the present one. */
function Growth({ row: { kind, typedYoy, reportedYoy, old }, locale }: { row: PreviewRow; locale: Locale }) {
  const written = (growth: string | null | undefined, typed: string) =>
    growth ? signedDecimal(growth) : typed || translator(locale, 'imports')('preview.nothing');
  const now = written(reportedYoy, typedYoy);
  const before = written(old?.reportedYoy, old?.typedYoy ?? '');
  if (kind !== 'changed' || now === before) return now;
  return (
    <>
      <s className="text-ink-2">{before}</s> <span className="font-semibold">{now}</span>
    </>
  );
}

const others = [
  ['typedYoy', 'yoy'],
  ['sourceText', 'source'],
  ['note', 'note'],
  ['explanation', 'explanation'],
] as const;

/** The fields besides the figure that the row would change. */
function othersIn(row: PreviewRow) {
  const writes = row.kind === 'added' || row.kind === 'changed';
  return others.filter(([field]) => writes && row[field] !== (row.old?.[field] ?? '')).map(([, name]) => name);
}

const hasMore = (row: PreviewRow) => row.findings.length > 0 || othersIn(row).length > 0;

function Found({ row, locale }: { row: PreviewRow; locale: Locale }) {
  const t = translator(locale, 'imports');
  const r = translator(locale, 'reporting');
  const more = othersIn(row);
  const isUnexplained = [...row.explanation.trim()].length < shortestExplanation;
  return (
    <div className="space-y-1 leading-5 whitespace-normal">
      {row.findings.map((one) => (
        <p key={`${one.key} ${one.address} ${Object.values(one.details).join()}`}>
          <span className={clsx('mr-1.5 text-xs', one.severity === 'mandatory' ? 'text-vermilion' : 'text-ink-2')}>
            {r(`severities.${one.severity}`)}
            {one.address !== row.address && ` ${one.address}`}
          </span>
          {writtenStaged(one, row, locale)}
          {(one.severity === 'quasiMandatory' || one.severity === 'query') && isUnexplained && (
            <span className="ml-1.5 text-xs text-gold">{t('preview.needsWord')}</span>
          )}
        </p>
      ))}
      {more.length > 0 && (
        <p className="text-xs text-ink-2">
          {t('preview.others', {
            fields: listed(
              more.map((name) => t(`preview.fields.${name}`)),
              locale,
            ),
          })}
        </p>
      )}
    </div>
  );
}
