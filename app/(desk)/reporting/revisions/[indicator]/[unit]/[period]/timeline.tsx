import { DoneBy } from '@/app/(desk)/reporting/revisions/done-by';
import { figureAnchor } from '@/app/ui/figures/figure';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { RevisedBy } from '@/app/ui/figures/revised-by';
import { sourcePath } from '@/app/ui/figures/source-path';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { Badge } from '@/app/ui/primitives/badge';
import { marked } from '@/app/ui/primitives/marked';
import { type Column, DataTable } from '@/app/ui/tables/data-table';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed, unitOf } from '@/lib/i18n/names';
import { inOwnWords } from '@/lib/i18n/own-words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import { type TimelineEntry, timelineOf } from '@/lib/reporting/revisions/timeline';
import type { FigureHistory, FigureRevision, FigureStep } from '@/lib/reporting/revisions/words';
import { endsVerified, stepWord } from '@/lib/reporting/step-word';

type View = { history: FigureHistory; then: FigureRevision | null; locale: Locale };

/** All values and steps of the figure; the current value and the one of `then` are marked. */
export function Timeline(props: View & { caption: string }) {
  const { history, then, locale } = props;
  const { indicator } = history;
  const t = translator(locale, 'revisions');
  const columns: Column<TimelineEntry>[] = [
    {
      key: 'at',
      header: t('columns.at'),
      className: 'whitespace-nowrap',
      cell: ({ at }) => <time dateTime={at.toISOString()}>{writtenMoment(at)}</time>,
    },
    {
      key: 'event',
      header: t('columns.event'),
      className: 'whitespace-nowrap',
      cell: (entry) => <Event entry={entry} then={then} locale={locale} />,
    },
    {
      key: 'value',
      header: isWorded(indicator.measure)
        ? t('columns.valuePlain')
        : t('columns.value', { unit: unitOf(indicator, locale) }),
      align: 'end',
      className: 'whitespace-nowrap',
      cell: (entry) => <Value entry={entry} history={history} locale={locale} />,
    },
    {
      key: 'difference',
      header: t('columns.difference'),
      align: 'end',
      className: 'min-w-32 max-w-44',
      cell: (entry) => <Change entry={entry} locale={locale} />,
    },
    {
      key: 'reason',
      header: t('columns.reason'),
      className: 'min-w-40',
      cell: (entry) =>
        entry.kind === 'step' ? (
          entry.step.reason || translator(locale, 'figures')('none')
        ) : (
          <>
            {marked(entry.revision.reason, locale)}
            {entry.revision.note && (
              <span className="block text-xs text-ink-2">{marked(entry.revision.note, locale)}</span>
            )}
          </>
        ),
    },
    {
      key: 'by',
      header: t('columns.by'),
      className: 'whitespace-nowrap',
      cell: (entry) => <DoneBy actor={entry.kind === 'step' ? entry.step.by : entry.revision.by} locale={locale} />,
    },
    {
      key: 'place',
      header: t('columns.place'),
      className: 'min-w-56',
      cell: (entry) => <Place entry={entry} locale={locale} />,
    },
  ];
  return (
    <DataTable
      caption={props.caption}
      rows={timelineOf(history)}
      columns={columns}
      rowKey={keyOf}
      isFocal={(entry) => entry.kind === 'revision' && (then ? entry.revision === then : entry.standing === 'current')}
    />
  );
}

function keyOf(entry: TimelineEntry): string {
  if (entry.kind === 'revision') return `revision-${entry.revision.revision}`;
  return `step-${entry.step.collection.id}-${entry.step.step}`;
}

function Event({ entry, then, locale }: { entry: TimelineEntry; then: FigureRevision | null; locale: Locale }) {
  const t = translator(locale, 'revisions');
  if (entry.kind === 'step') {
    const { kind, approvedValue } = entry.step;
    return translator(locale, 'reporting')(`steps.${stepWord(kind, approvedValue !== null)}`);
  }
  const { revision, standing } = entry;
  return (
    <span className="inline-flex items-center gap-1.5">
      {t('figure.recordedAs', { revision: revision.revision })}
      {standing === 'current' && <Badge tone="sea">{t('figure.currentMark')}</Badge>}
      {standing === 'replaced' && <Badge>{t('figure.replaced')}</Badge>}
      {standing === 'withdrawal' && <Badge tone="gold">{t('figure.withdrawalMark')}</Badge>}
      {standing === 'keptOut' && <Badge>{t('figure.keptOut')}</Badge>}
      {revision === then && <Badge tone="gold">{t('figure.thenMark')}</Badge>}
    </span>
  );
}

function Value({ entry, history, locale }: { entry: TimelineEntry } & Pick<View, 'history' | 'locale'>) {
  const t = translator(locale, 'revisions');
  const { measure } = history.indicator;
  const value =
    entry.kind === 'step' ? stepValue(entry.step, history, locale) : writtenText(entry.revision, locale, measure);
  const reportedYoy = entry.kind === 'step' ? entry.step.reportedYoy : entry.revision.reportedYoy;
  return (
    <>
      {value} {entry.kind === 'revision' && <VintageTag vintage={entry.revision.vintage} locale={locale} />}
      {reportedYoy !== null && (
        <span className="block text-xs text-ink-2">
          {t('figure.reported')} <ReportedGrowth change={reportedYoy} points={measure === 'rate'} locale={locale} />
        </span>
      )}
      {entry.kind === 'step' && entry.step.approvedValue !== null && (
        <span className="block text-xs">
          {t(
            endsVerified(entry.step.kind, before(entry.step, history)) ? 'figure.approvedEnded' : 'figure.approvedAs',
            {
              value: writtenText(
                {
                  value: entry.step.approvedValue,
                  decimals: entry.step.approvedDecimals ?? 0,
                  qualifier: 'exact',
                  qualifierPrinted: '',
                },
                locale,
                measure,
              ),
            },
          )}
        </span>
      )}
    </>
  );
}

/** The steps of the figure in the same return before a step, newest first. */
const before = ({ collection, step }: FigureStep, { steps }: FigureHistory) =>
  steps.filter((one) => one.collection.id === collection.id && one.step < step).reverse();

/** The value at that time, or the reason for its absence. */
function stepValue(step: FigureStep, history: FigureHistory, locale: Locale): string {
  const { value, decimals, qualifier, qualifierPrinted, absence } = step;
  if (value === null) {
    if (absence === null || absence === 'none') return translator(locale, 'figures')('none');
    return translator(locale, 'reporting')(`absences.${absence}`);
  }
  const figure = {
    value,
    decimals: decimals ?? history.indicator.decimals,
    qualifier: qualifier ?? ('exact' as const),
    qualifierPrinted: qualifierPrinted ?? '',
  };
  return writtenText(figure, locale, history.indicator.measure);
}

function Change({ entry, locale }: { entry: TimelineEntry; locale: Locale }) {
  const t = translator(locale, 'revisions');
  if (entry.kind === 'step') return null;
  if (entry.standing === 'keptOut') return <span className="text-ink-2">{t('figure.keptOutNote')}</span>;
  if (entry.standing === 'withdrawal') return <span className="text-ink-2">{t('figure.withdrawalNote')}</span>;
  if (entry.differs === null) return <span className="text-ink-2">{t('figure.first')}</span>;
  const others = entry.differs.filter((part) => part !== 'value').map((part) => t(`parts.${part}`));
  return (
    <>
      {entry.differs.includes('value')
        ? entry.difference && <RevisedBy difference={entry.difference} locale={locale} />
        : t('onlyParts')}
      {others.length > 0 && (
        <span className="block text-xs text-ink-2">{t('changedParts', { parts: listed(others, locale) })}</span>
      )}
    </>
  );
}

function Place({ entry, locale }: { entry: TimelineEntry; locale: Locale }) {
  const t = translator(locale, 'revisions');
  if (entry.kind === 'step') {
    return (
      <span className="text-ink-2">{marked(t('figure.task', { title: entry.step.collection.title }), locale)}</span>
    );
  }
  const { citation, collection } = entry.revision;
  return (
    <>
      <a href={sourcePath(citation.sourceCode, figureAnchor(entry.revision))} className="text-sea hover:underline">
        {marked(citation.sourceTitle, locale)}
      </a>{' '}
      <WithdrawnSource citation={citation} locale={locale} />
      <span className="block text-xs text-ink-2">
        {marked([inOwnWords(citation.publisher, locale), citation.locator].filter(Boolean).join(' · '), locale)}
      </span>
      {citation.quote && <q className="block text-xs text-ink-2">{marked(citation.quote, locale)}</q>}
      {collection && (
        <span className="block text-xs text-ink-2">
          {marked(t('figure.task', { title: collection.title }), locale)}
        </span>
      )}
    </>
  );
}
