import type { ReactNode } from 'react';
import { citationText, citedSources } from '@/app/ui/figures/citation-text';
import { CopyCitation } from '@/app/ui/figures/copy-citation';
import { Figure, figureAnchor } from '@/app/ui/figures/figure';
import { ComputedGrowth, ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { sourcePath } from '@/app/ui/figures/source-path';
import { VintageTag } from '@/app/ui/figures/vintage-tag';
import { WithdrawnSource } from '@/app/ui/figures/withdrawn-source';
import { marked } from '@/app/ui/primitives/marked';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitBehind, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';
import { isWorded, writtenText } from '@/lib/observations/written';
import type { FigureHistory } from '@/lib/reporting/revisions/words';

/** The published value, large, with its reported and computed growth and its citation. */
export function CurrentFigure(props: { history: FigureHistory; current: FigureView; locale: Locale }) {
  const { history, current, locale } = props;
  const { indicator, unit, computed, revisions } = history;
  const words = translator(locale, 'charts');
  const what = [
    nameOf(unit, locale),
    nameOf(indicator, locale),
    writtenPeriod(current.periodCode, locale),
    `${writtenText(current, locale, indicator.measure)}${isWorded(indicator.measure) ? '' : ` ${unitBehind(indicator, locale)}`}`,
  ];
  const t = translator(locale, 'revisions');
  const none = translator(locale, 'figures')('none');
  const { citation } = current;
  return (
    <section
      aria-label={t('figure.current')}
      className="grid gap-x-8 gap-y-4 rounded-md border border-rule bg-card p-4 md:grid-cols-[auto_minmax(0,1fr)]"
    >
      <div className="md:min-w-60">
        <h2 className="flex items-center gap-2 text-table text-ink-2">
          {t('figure.current')}
          <VintageTag vintage={current.vintage} locale={locale} />
        </h2>
        <p className="mt-1">
          <Figure
            figure={current}
            unit={unitOf(indicator, locale)}
            measure={indicator.measure}
            locale={locale}
            size="lead"
            cite={false}
          />
        </p>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-table">
          <Line term={t('figure.reported')}>
            {current.reportedYoy === null ? (
              none
            ) : (
              <ReportedGrowth change={current.reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
            )}
          </Line>
          <Line term={t('figure.computed')}>
            {computed ? <ComputedGrowth growth={computed} locale={locale} /> : none}
          </Line>
          <Line term={t('figure.times')}>{t('figure.timesValue', { count: revisions.length })}</Line>
        </dl>
      </div>
      <div className="md:border-l md:border-rule md:pl-8">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-table">
          <Line term={t('figure.source')}>
            <a href={sourcePath(citation.sourceCode, figureAnchor(current))} className="text-sea hover:underline">
              {marked(citation.sourceTitle, locale)}
            </a>{' '}
            <WithdrawnSource citation={citation} locale={locale} />
            <span className="block text-xs text-ink-2">{marked(citation.publisher, locale)}</span>
          </Line>
          {citation.locator && <Line term={t('figure.locator')}>{marked(citation.locator, locale)}</Line>}
          {citation.quote && (
            <Line term={t('figure.quote')}>
              <q>{marked(citation.quote, locale)}</q>
            </Line>
          )}
          {current.note && <Line term={t('figure.note')}>{marked(current.note, locale)}</Line>}
        </dl>
        <div className="mt-3">
          <CopyCitation
            citation={citationText({ what, source: citedSources([citation], locale) }, locale)}
            words={{
              cite: words('cite'),
              cited: words('cited'),
              byHand: words('byHand'),
              citationText: words('citationText'),
            }}
          />
        </div>
      </div>
    </section>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
