import type { ReactNode } from 'react';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import { isWorded } from '@/lib/observations/written';
import { earlierRounds } from '@/lib/reporting/review/compare-figure';
import type { FigureStep, ReviewFigure } from '@/lib/reporting/review/words';
import { growthOf } from '@/lib/statistics/growth';
import { compareDecimals } from '@/lib/statistics/numbers';
import { Change } from './change';
import { writtenPrinted, writtenReported } from './written-reported';

type Line = { readonly key: string; readonly name: string; readonly value: ReactNode; readonly change: ReactNode };

/** The figure in force, 核定数 or else the reported one, compared with other periods, the round before, the approved value and the target. */
export function Comparison(props: { figure: ReviewFigure; steps: readonly FigureStep[]; locale: Locale }) {
  const { figure, locale } = props;
  const { measure } = figure.indicator;
  const t = translator(locale, 'review');
  const printedText = (one: PrintedFigure | null) => writtenPrinted(one, measure, locale);
  const known = figure.knownVerified ?? figure.known;
  const lines: Line[] = [
    {
      key: 'previous',
      name: known.previousPeriod
        ? t('previousIn', { period: writtenPeriod(known.previousPeriod, locale) })
        : t('previous'),
      value: printedText(known.previous),
      change: <Change growth={known.onPrevious} on="previous" locale={locale} />,
    },
    {
      key: 'year',
      name: known.yearEarlierPeriod
        ? t('yearEarlierIn', { period: writtenPeriod(known.yearEarlierPeriod, locale) })
        : t('yearEarlier'),
      value: printedText(known.yearEarlier),
      change: <Change growth={known.onYear} on="year" locale={locale} />,
    },
    ...(figure.reportedYoy === null
      ? []
      : [
          {
            key: 'reportedYoy',
            name: t('growthReported'),
            value: '',
            change: <ReportedGrowth change={figure.reportedYoy} points={measure === 'rate'} locale={locale} />,
          },
        ]),
    ...earlierLines(props),
    ...(figure.target
      ? [
          { key: 'target', name: t('target'), value: groupedText(figure, figure.target.base, locale), change: '' },
          ...(figure.target.stretch
            ? [
                {
                  key: 'stretch',
                  name: t('stretch'),
                  value: groupedText(figure, figure.target.stretch, locale),
                  change: '',
                },
              ]
            : []),
        ]
      : []),
  ];
  return (
    <table className="data-table">
      <caption className="sr-only">{t('compared')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col" className="end">
            {isWorded(measure) ? t('valueAlone') : t('value', { unit: unitOf(figure.indicator, locale) })}
          </th>
          <th scope="col" className="end">
            {t(figure.verified ? 'changeOfVerified' : 'change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{line.name}</th>
            <td className="end">{line.value}</td>
            <td className="end">{line.change}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function groupedText({ indicator }: ReviewFigure, value: string, locale: Locale): string {
  const printed = { value, decimals: indicator.decimals, qualifier: 'exact', qualifierPrinted: '' } as const;
  return writtenPrinted(printed, indicator.measure, locale);
}

/**
 * Earlier values of the figure: the published one, the one reported in the round before, the one approved before
 * reopening.
 */
function earlierLines(props: { figure: ReviewFigure; steps: readonly FigureStep[]; locale: Locale }): Line[] {
  const { figure, locale } = props;
  const { measure } = figure.indicator;
  const t = translator(locale, 'review');
  const earlier = earlierRounds(props.steps);
  const approved = figure.state === 'approved' ? null : earlier.approved;
  const approvedFigure = approved && (approved.verified ?? approved.figure);
  const current = figure.state === 'approved' || approvedFigure ? null : figure.known.current;
  const line = (
    key: string,
    name: string,
    was: PrintedFigure | null,
    value = writtenPrinted(was, measure, locale),
  ) => ({
    key,
    name,
    value,
    change: <Change growth={changeOf(figure, was)} on="previous" locale={locale} />,
  });
  return [
    ...(current ? [line('current', t('currentFigure'), current)] : []),
    ...(approved ? [line('approved', t('lastApproved'), approvedFigure)] : []),
    ...(earlier.reported
      ? [
          line(
            'reported',
            t('lastReported'),
            earlier.reported.figure,
            writtenReported({ ...earlier.reported, measure }, locale),
          ),
        ]
      : []),
  ];
}

function changeOf({ indicator, reported, verified }: ReviewFigure, was: PrintedFigure | null) {
  const now = verified ? verified.figure : reported;
  if (!now || !was || compareDecimals(now.value, was.value) === 0) return null;
  return growthOf(indicator.measure, now.value, was.value);
}
