import { fixName } from '@/app/(desk)/monitoring/registers/read-form';
import { Tick } from '@/app/ui/forms/tick';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { DataTable } from '@/app/ui/tables/data-table';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { agreementOf } from '@/lib/monitoring/registers/compared/agreement';
import type { ComparedRow } from '@/lib/monitoring/registers/compared/words';
import type { Register } from '@/lib/monitoring/registers/words';
import { writtenLink } from '@/lib/monitoring/registers/written';
import { writtenFigure, writtenText } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import { groupedDecimal } from '@/lib/statistics/numbers';

const signed = (by: number): string => (by === 0 ? '0' : `${by > 0 ? '+' : '−'}${groupedDecimal(`${Math.abs(by)}`)}`);

/** The counts of a month beside what others reported and what pages show; each that may be fixed has a tick. */
export function ComparedTable(props: {
  register: Register;
  rows: readonly ComparedRow[];
  mayFix: boolean;
  locale: Locale;
}) {
  const { register, rows, mayFix, locale } = props;
  const t = translator(locale, 'registers');
  const isOpen = ({ waiting, shown, counted }: ComparedRow) =>
    !waiting && !(shown?.isCounted && Number(shown.value) === counted);
  const agreement = ({ counted, reported }: ComparedRow) => {
    if (!reported) return '—';
    const { before, after } = writtenFigure(reported, locale);
    const word = (before || after).trim();
    return (
      <>
        {signed(counted - Number(reported.value))}
        <span className="block text-xs text-ink-2">
          {t(`figures.agreements.${agreementOf(counted, reported)}`, { word })}
        </span>
      </>
    );
  };
  const state = ({ fixed, waiting }: ComparedRow) => (
    <>
      {waiting && (
        <span className="block">
          {marked(t('figures.waiting', { by: waiting.by, count: waiting.counted }), locale)}{' '}
          <a href={paths.citedFigures} className="text-sea underline" data-chrome>
            {t('figures.toQueue')}
          </a>
        </span>
      )}
      {fixed && (
        <span className="block">
          {marked(t('figures.fixed', { by: fixed.by, confirmedBy: fixed.confirmedBy, count: fixed.counted }), locale)}
        </span>
      )}
      {fixed && fixed.again !== fixed.counted && (
        <span className="block text-vermilion">{t('figures.again', { count: fixed.again })}</span>
      )}
      {!fixed && !waiting && <span className="text-ink-2">{t('figures.notFixed')}</span>}
    </>
  );
  return (
    <DataTable<ComparedRow>
      stacked
      caption={t('figures.caption')}
      rows={rows}
      rowKey={({ link, unit }) => `${link.id} ${unit.code}`}
      columns={[
        {
          key: 'indicator',
          header: t('figures.indicator'),
          wide: true,
          className: 'min-w-40 print:min-w-0',
          cell: ({ link }) => (
            <>
              <a
                href={paths.indicator(link.indicator.code)}
                className="inline-flex min-h-6 items-center font-medium text-sea hover:underline max-sm:min-h-11"
              >
                {markedName(link.indicator, locale)}
              </a>
              <span className="block text-xs text-ink-2">
                {marked(writtenLink(register.lists, link, locale), locale)}
              </span>
            </>
          ),
        },
        {
          key: 'unit',
          header: t('figures.unit'),
          className: 'min-w-20 print:min-w-0',
          cell: ({ unit }) => markedName(unit, locale),
        },
        {
          key: 'counted',
          header: t('figures.counted'),
          align: 'end',
          cell: ({ counted }) => groupedDecimal(`${counted}`),
        },
        {
          key: 'reported',
          header: t('figures.reported'),
          align: 'end',
          cell: ({ reported }) => (reported ? marked(writtenText(reported, locale), locale) : '—'),
        },
        { key: 'difference', header: t('figures.difference'), align: 'end', cell: agreement },
        {
          key: 'shown',
          header: t('figures.shown'),
          align: 'end',
          cell: ({ shown }) =>
            shown ? (
              <>
                {marked(writtenText(shown, locale), locale)}
                {shown.isCounted && <span className="block text-xs text-ink-2">{t('figures.isCounted')}</span>}
              </>
            ) : (
              '—'
            ),
        },
        {
          key: 'state',
          header: t('figures.state'),
          wide: true,
          className: 'min-w-44 print:min-w-0',
          cell: (row) => (
            <>
              {state(row)}
              {mayFix && isOpen(row) && (
                <span data-chrome className="ml-2">
                  <Tick
                    name={fixName({
                      ...{ link: row.link.id, unit: row.unit.code, counted: row.counted },
                      replaces: row.shown?.revision ?? null,
                    })}
                    label={t('figures.choose', {
                      indicator: nameOf(row.link.indicator, locale),
                      unit: nameOf(row.unit, locale),
                      count: row.counted,
                    })}
                  />
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
