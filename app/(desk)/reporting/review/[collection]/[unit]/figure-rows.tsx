import { lookedAtWord, type Place, returnPath } from '@/app/ui/reporting/review-address';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { isWorded } from '@/lib/observations/written';
import { keyOf } from '@/lib/reporting/figure-key';
import type { ReviewFigure } from '@/lib/reporting/review/words';
import { Change } from './change';
import { FigureHead, FigureLink, Flags, Growths, OfVerified, Reported } from './row-parts';
import { StateWord } from './state-word';
import { writtenPrinted } from './written-reported';

type Head = 'previous' | 'yearEarlier' | 'reported' | 'onPrevious' | 'growth';
const beside: readonly Head[] = ['previous', 'yearEarlier', 'onPrevious'];

/** The figures of a return, as rows or on a telephone as cards; the chosen one is marked. */
export function FigureRows(props: {
  figures: readonly ReviewFigure[];
  focus: string;
  place: Place;
  /** The period of the collection, which rows need not repeat. */
  periodCode: string;
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'review');
  const heads: readonly Head[] = ['previous', 'yearEarlier', 'reported', 'onPrevious', 'growth'];
  return (
    <div role="region" aria-label={t('figures')} tabIndex={0} className="relative overflow-x-auto">
      <table className="data-table stacked review-rows">
        <caption className="sr-only">{t('figures')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className="end break-keep"
                {...(beside.includes(head) && { 'data-beside': '' })}
              >
                {t(head)}
              </th>
            ))}
            <th scope="col" className="break-keep">
              {t('findings')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.figures.map((figure) => (
            <Row key={lookedAtWord(figure)} {...props} figure={figure} isFocal={keyOf(figure) === props.focus} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { figure: ReviewFigure; isFocal: boolean; place: Place; periodCode: string; locale: Locale }) {
  const { figure, locale } = props;
  const { indicator, known, knownVerified } = figure;
  const t = translator(locale, 'review');
  const name = nameOf(indicator, locale);
  const printedText = (one: Parameters<typeof writtenPrinted>[0]) => writtenPrinted(one, indicator.measure, locale);
  return (
    <tr {...(props.isFocal && { 'data-open': '', 'data-focus': '' })} {...(!figure.isMine && { 'data-rest': '' })}>
      <FigureHead
        figure={figure}
        word={lookedAtWord(figure)}
        name={name}
        row={{ key: keyOf(figure), partners: figure.partners.join('|') }}
        locale={locale}
      >
        <span className="min-w-0 md:min-w-32">
          <FigureLink
            href={returnPath(props.place, { figure: keyOf(figure), isWaiting: figure.isMine })}
            isFocal={props.isFocal}
          >
            {name}
          </FigureLink>
          <span className="flex flex-wrap gap-x-2 text-xs leading-5 text-ink-2">
            {!isWorded(indicator.measure) && <span>{unitOf(indicator, locale)}</span>}
            {figure.periodCode !== props.periodCode && <span>{writtenPeriod(figure.periodCode, locale)}</span>}
            {!figure.isMine && <StateWord figure={figure} locale={locale} />}
          </span>
        </span>
      </FigureHead>
      <td className="end" data-label={t('previous')} data-beside="">
        {printedText(known.previous)}
      </td>
      <td className="end" data-label={t('yearEarlier')} data-beside="">
        {printedText(known.yearEarlier)}
      </td>
      <td className="end font-semibold" data-label={t('reported')}>
        <Reported figure={figure} locale={locale} />
      </td>
      <td className="end" data-label={t('onPrevious')} data-beside="">
        <Change growth={known.onPrevious} on="previous" locale={locale} />
        {knownVerified && (
          <OfVerified locale={locale}>
            <Change growth={knownVerified.onPrevious} on="previous" locale={locale} />
          </OfVerified>
        )}
      </td>
      <td className="end" data-label={t('growth')}>
        <Growths figure={figure} locale={locale} />
      </td>
      <td data-label={t('findings')}>
        <Flags figure={figure} locale={locale} />
      </td>
    </tr>
  );
}
