import type { ReactNode } from 'react';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { hasLine, Sparkline } from '@/app/ui/figures/sparkline';
import type { Asks } from '@/app/ui/forms/command-form';
import type { Place } from '@/app/ui/reporting/review-address';
import { FactList } from '@/app/ui/tables/fact-list';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { yearStarts } from '@/lib/dashboards/series/year-to-date';
import { departmentOf, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded } from '@/lib/observations/written';
import { paths } from '@/lib/paths';
import type { FigureStep, ReviewFigure } from '@/lib/reporting/review/words';
import { Comparison } from './comparison';
import { Decisions } from './decisions';
import { FindingList } from './finding-list';
import { HistoryList } from './history-list';
import { StateWord } from './state-word';
import { writtenPrinted, writtenReported } from './written-reported';

/** All information about one figure for a decision, and the decisions. The reported value cannot be edited here. */
export function FigureDetail(props: {
  figure: ReviewFigure;
  /** The figures of the return that must agree with it. */
  partners: readonly ReviewFigure[];
  steps: readonly FigureStep[];
  place: Place;
  next: string;
  isAsked: boolean;
  isOwn: boolean;
  /** The question before an approval, at the last level. */
  asks: Asks | undefined;
  /** Whether this person may ask for an approved figure to be reopened. */
  mayAsk: boolean;
  /** The page that shows the figure among others: those of all units, or of the same return. */
  beside: { readonly href: string; readonly label: string };
  walk: ReactNode;
  locale: Locale;
}) {
  const { figure, locale } = props;
  const { indicator } = figure;
  const course = (figure.knownVerified ?? figure.known).course.map((point) => (point === null ? null : Number(point)));
  const breaks = yearStarts(figure.periodCode, course.length);
  const t = translator(locale, 'review');
  const name = nameOf(indicator, locale);
  const value = writtenReported(
    { figure: figure.reported, absence: figure.absence, measure: indicator.measure },
    locale,
  );
  return (
    <>
      {props.walk}
      <h2 id="detail-heading" tabIndex={-1} className="text-lg leading-7 font-semibold outline-offset-4">
        {props.place.across ? nameOf(figure.unit, locale) : name}
      </h2>
      <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-table text-ink-2">
        {writtenPeriod(figure.periodCode, locale)}
        <span>{departmentOf(figure, locale)}</span>
        <StateWord figure={figure} locale={locale} />
        <a
          href={props.beside.href}
          className="text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {props.beside.label}
        </a>
      </p>
      <p className="mb-2">
        <span className="mr-2 text-table text-ink-2">{t('reported')}</span>
        <span className="text-[28px] leading-9 font-semibold">{value}</span>
        {figure.reported && !isWorded(indicator.measure) && (
          <span className="ml-1 text-sm text-ink-2">{unitOf(indicator, locale)}</span>
        )}
      </p>
      {figure.verified && (
        <p className="mb-2 border-l-2 border-gold pl-3">
          <span className="mr-2 text-table text-ink-2">{t('verified')}</span>
          <span className="font-semibold">{writtenPrinted(figure.verified.figure, indicator.measure, locale)}</span>
          {figure.verified.yoy !== null && (
            <span className="block">
              <span className="mr-2 text-table text-ink-2">{t('verifiedGrowth')}</span>
              <ReportedGrowth change={figure.verified.yoy} points={indicator.measure === 'rate'} locale={locale} />
            </span>
          )}
          <span className="block text-xs leading-5 text-ink-2">
            {t('verifiedBy', { name: figure.verified.by || t('system'), reason: figure.verified.reason })}
          </span>
        </p>
      )}
      {figure.returned && figure.state !== 'approved' && (
        <p className="mb-2 border-l-2 border-gold pl-3">
          <span className="mr-2 text-table text-ink-2">{t('returnReason')}</span>
          {figure.returned.reason}
          <span className="ml-2 text-xs text-ink-2">{figure.returned.by}</span>
        </p>
      )}
      <Comparison figure={figure} steps={props.steps} locale={locale} />
      <Part title={t('found')}>
        <FindingList figure={figure} partners={props.partners} locale={locale} />
      </Part>
      {(figure.note || figure.sourceText || figure.evidence) && (
        <Part title={t('grounds')}>
          <FactList
            facts={[
              [t('note'), figure.note],
              [t('source'), figure.sourceText],
              [
                t('evidence'),
                figure.evidence && (
                  <a
                    href={paths.attachmentFile(figure.evidence.id)}
                    className="break-all text-sea underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
                  >
                    {figure.evidence.fileName}
                  </a>
                ),
              ],
            ]}
          />
        </Part>
      )}
      <Part title={figure.state === 'approved' ? t('reopen') : t('decide')} isChrome>
        <Decisions {...props} />
      </Part>
      {hasLine(course, breaks) && (
        <Part title={t('course')}>
          <Sparkline points={course} breaks={breaks} label={t('courseLabel', { name })} width={320} height={48} />
        </Part>
      )}
      <Part title={t('history')}>
        <HistoryList steps={props.steps} measure={indicator.measure} locale={locale} />
      </Part>
    </>
  );
}

/** A part of the page; `isChrome` for controls, which are not printed. */
function Part(props: { title: string; isChrome?: boolean; children: ReactNode }) {
  const { title, children } = props;
  return (
    <section {...(props.isChrome && { 'data-chrome': '' })} className="mt-4 text-table">
      <h3 className="mb-1 border-t border-ink pt-1.5 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
