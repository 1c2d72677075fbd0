import type { ReactNode } from 'react';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { Tick } from '@/app/ui/forms/tick';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { CitedLine } from '@/lib/observations/cited/queue/queries';
import { isWorded } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';
import type { BatchSheet } from '@/lib/reporting/mapping/sheets/queries';
import { CitedPlace } from './cited-place';
import { findingText, StatedValue } from './cited-words';

/** The name of a figure's tick: its id in the version that the page shows. */
export const tickOf = ({ id, version }: CitedLine) => `${id}@${version}`;

/** The published rank with its set, or that the one of a set goes. */
export const rankText = ({ rank, clearedScope }: CitedLine, locale: Locale) =>
  rank
    ? `${nameOf({ nameZh: rank.scopeZh, nameEn: rank.scopeEn }, locale)} ${rank.rank}`
    : clearedScope && marked(translator(locale, 'cited')('rankGoes', { scope: clearedScope }), locale);

/** Recorded figures with what is shown now and what would be; with `ticks`, those may be selected that have no findings. */
export function CitedTable(props: {
  lines: readonly CitedLine[];
  ticks?: boolean;
  isDecided?: boolean;
  inBatch?: boolean;
  /** The sheets that batches among the figures were read from. */
  sheets: ReadonlyMap<string, BatchSheet>;
  empty?: ReactNode;
  locale: Locale;
}) {
  const { lines, locale } = props;
  const t = translator(locale, 'cited');
  const columns: (Column<CitedLine> | false)[] = [
    props.ticks === true && {
      key: 'tick',
      header: <span className="sr-only">{t('columns.tick')}</span>,
      className: 'w-8',
      cell: (line) =>
        !line.isOwn &&
        line.findings.length === 0 && (
          <Tick
            name={`figure-${tickOf(line)}`}
            label={`${nameOf(line.indicator, locale)} ${nameOf(line.unit, locale)} ${line.periodCode}`}
          />
        ),
    },
    {
      key: 'figure',
      header: t('columns.figure'),
      className: 'min-w-36',
      cell: (line) => (
        <span className="block py-1">
          <a
            href={
              props.isDecided === true
                ? paths.figure(line.indicator.code, line.unit.code, line.periodCode)
                : withQuery(paths.citedFigures, { open: line.id })
            }
            className="text-sea hover:underline"
          >
            {nameOf(line.indicator, locale)}
          </a>
          {!isWorded(line.indicator.measure) && (
            <span className="text-xs text-ink-2"> {unitOf(line.indicator, locale)}</span>
          )}
          <span className="block text-xs text-ink-2">{nameOf(line.unit, locale)}</span>
        </span>
      ),
    },
    {
      key: 'period',
      header: t('columns.period'),
      className: 'whitespace-nowrap',
      cell: ({ periodCode }) => writtenPeriod(periodCode, locale),
    },
    {
      key: 'old',
      header: t('columns.old'),
      align: 'end',
      cell: (line) => <StatedValue stated={line.shown} line={line} locale={locale} />,
    },
    {
      key: 'now',
      header: t('columns.now'),
      align: 'end',
      className: 'font-semibold',
      cell: (line) => (
        <>
          {line.kind === 'withdraw' && <Badge tone="gold">{t('withdrawal')}</Badge>}{' '}
          {line.kind === 'withdraw' && !line.now ? (
            t('afterNothing')
          ) : (
            <StatedValue stated={line.now} line={line} locale={locale} />
          )}
        </>
      ),
    },
    lines.some(({ rank, clearedScope }) => rank !== null || clearedScope !== '') && {
      key: 'rank',
      header: t('columns.rank'),
      className: 'whitespace-nowrap',
      cell: (line) => rankText(line, locale),
    },
    {
      key: 'source',
      header: t('columns.source'),
      className: 'min-w-40',
      cell: (line) => (
        <>
          <a href={paths.source(line.sourceCode)} className="text-sea hover:underline">
            {line.sourceTitle}
          </a>{' '}
          <WithdrawnSource citation={line} locale={locale} />
          <span className="block text-xs text-ink-2">
            <CitedPlace line={line} sheet={props.sheets.get(line.batchId ?? '')} locale={locale} />
          </span>
        </>
      ),
    },
    props.isDecided === true
      ? {
          key: 'state',
          header: t('columns.state'),
          className: 'min-w-32',
          cell: (line) => (
            <>
              <Badge tone={line.state === 'confirmed' ? 'sea' : 'plain'}>{t(`states.${line.state}`)}</Badge>
              {line.decision && <span className="block text-xs text-ink-2">{line.decision}</span>}
              {line.decidedAt && (
                <span className="block text-xs whitespace-nowrap text-ink-2">
                  {line.decidedBy} · {writtenMoment(line.decidedAt)}
                </span>
              )}
            </>
          ),
        }
      : {
          key: 'findings',
          header: t('columns.findings'),
          className: 'min-w-40',
          cell: (line) =>
            line.findings.length === 0 ? (
              <span className="text-ink-2">{t('clean')}</span>
            ) : (
              <ul>
                {line.findings.map((finding) => (
                  <li key={finding.kind} className="text-gold">
                    {marked(findingText(finding, locale), locale)}
                  </li>
                ))}
              </ul>
            ),
        },
    props.inBatch !== true && {
      key: 'recorded',
      header: t('columns.recorded'),
      className: 'whitespace-nowrap',
      cell: (line) => (
        <>
          {line.isOwn ? t('own') : line.recordedBy}
          <time dateTime={line.recordedAt.toISOString()} className="block text-xs text-ink-2">
            {writtenMoment(line.recordedAt)}
          </time>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      rows={lines}
      columns={columns.filter((column) => column !== false)}
      rowKey={({ id }) => id}
      empty={props.empty}
    />
  );
}
