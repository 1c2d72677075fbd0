import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { FlagCounts } from '@/app/ui/reporting/flag-counts';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { clean, type ReviewFigure } from '@/lib/reporting/review/words';
import { type Severity, severities } from '@/lib/reporting/words';
import { Change } from './change';
import { writtenPrinted, writtenReported } from './written-reported';

/** The first cell of a row under review: the box that chooses it for a decision on several, and what it is called. */
export function FigureHead(props: {
  figure: ReviewFigure;
  /** The figure with its version, as the box sends it. */
  word: string;
  name: string;
  /** The key of the row, and those of the rows that must agree with it. */
  row: { readonly key: string; readonly partners?: string };
  children: ReactNode;
  locale: Locale;
}) {
  const { figure, row } = props;
  return (
    <th scope="row">
      <div className="flex items-start gap-2">
        <span
          data-chrome
          className="flex w-5 shrink-0 justify-center max-md:min-h-11 max-md:w-11 max-md:items-center md:pt-1"
        >
          {figure.isMine && (
            <input
              type="checkbox"
              name="figures"
              form="batch"
              value={props.word}
              aria-label={translator(props.locale, 'review')('select', { name: props.name })}
              data-key={row.key}
              data-partners={row.partners}
              {...(figure.worst < clean && { 'data-flagged': '' })}
              className="size-4 accent-sea max-md:size-5"
            />
          )}
        </span>
        {props.children}
      </div>
    </th>
  );
}

/** The link to a row's figure, marked where it is the chosen one. */
export function FigureLink(props: { href: string; isFocal: boolean; className?: string; children: ReactNode }) {
  return (
    <a
      href={`${props.href}#detail`}
      data-stay=""
      data-chooses=""
      {...(props.isFocal && { 'aria-current': true })}
      className={clsx(
        'inline-flex min-h-6 items-center font-medium hover:text-sea hover:underline aria-[current]:text-sea max-md:min-h-11',
        props.className,
      )}
    >
      {props.children}
    </a>
  );
}

/** The growth of a figure on the year before, as reported and below it as computed, and the same of its 核定数. */
export function Growths({ figure, locale }: { figure: ReviewFigure; locale: Locale }) {
  const { reportedYoy, indicator, known, verified, knownVerified } = figure;
  return (
    <>
      {reportedYoy === null ? (
        '—'
      ) : (
        <ReportedGrowth change={reportedYoy} points={indicator.measure === 'rate'} locale={locale} />
      )}
      <span className="block text-xs text-ink-2">
        <Change growth={known.onYear} on="year" locale={locale} />
      </span>
      {verified && (
        <OfVerified locale={locale}>
          {verified.yoy === null ? (
            '—'
          ) : (
            <ReportedGrowth change={verified.yoy} points={indicator.measure === 'rate'} locale={locale} />
          )}
        </OfVerified>
      )}
      {knownVerified && (
        <OfVerified locale={locale}>
          <Change growth={knownVerified.onYear} on="year" locale={locale} />
        </OfVerified>
      )}
    </>
  );
}

/** The reported number, and below it the 核定数 where there is one. */
export function Reported({ figure, locale }: { figure: ReviewFigure; locale: Locale }) {
  const { reported, absence, verified } = figure;
  const { measure } = figure.indicator;
  return (
    <>
      {writtenReported({ figure: reported, absence, measure }, locale)}
      {verified && (
        <span className="block text-xs font-normal text-ink-2">
          {translator(locale, 'review')('verifiedShort', {
            figure: writtenPrinted(verified.figure, measure, locale),
          })}
        </span>
      )}
    </>
  );
}

/** A change of the 核定数, named as such below that of the reported number. */
export function OfVerified({ children, locale }: { children: ReactNode; locale: Locale }) {
  return (
    <span className="block text-xs font-normal text-ink-2">
      {translator(locale, 'review')('verifiedYoyShort')} {children}
    </span>
  );
}

/** The findings of a figure by severity, and whether the reporter explained them. */
export function Flags({ figure, locale }: { figure: ReviewFigure; locale: Locale }) {
  const t = translator(locale, 'review');
  if (figure.findings.length === 0) return <span className="text-ink-2">{t('clean')}</span>;
  const counts = Object.fromEntries(
    severities.map((one) => [one, figure.findings.filter(({ severity }) => severity === one).length]),
  ) as Record<Severity, number>;
  return (
    <span className="inline-flex flex-col items-start gap-0.5">
      <FlagCounts counts={counts} locale={locale} />
      {figure.explanation && <span className="text-xs text-ink-2">{t('explained')}</span>}
    </span>
  );
}
