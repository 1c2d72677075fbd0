import { Figure } from '@/app/ui/figures/figure';
import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import type { IndicatorLine, TopicView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/**
 * Indicators in one table, those of a topic under a heading line with the number of all that were found in it. The look of
 * a column is in `indicator-rows.css`, so that no row says it again.
 */
export function IndicatorTable(props: {
  topics: readonly TopicView[];
  indicators: readonly IndicatorLine[];
  today: string;
  locale: Locale;
}) {
  const { topics, indicators, today, locale } = props;
  const shown = topics.filter(({ code }) => indicators.some(({ topicCode }) => topicCode === code));
  const t = translator(locale, 'indicators');
  return (
    <table className="data-table indicator-rows">
      <caption className="sr-only">{t('list.caption', { topic: t('list.all') })}</caption>
      <thead>
        <tr>
          {(['indicator', 'unit', 'direction', 'basis', 'latest', 'units', 'known'] as const).map((column) => (
            <th key={column} scope="col" className="top-14">
              {t(`list.${column}`)}
            </th>
          ))}
          <th scope="col" className="top-14">
            <span className="sr-only">{t('columns.unit')}</span>
          </th>
        </tr>
      </thead>
      {shown.map((topic) => (
        <tbody key={topic.code} id={topic.code} className="scroll-mt-28">
          <tr>
            <th scope="rowgroup" colSpan={8} className="border-b border-rule px-2.5 pt-5 pb-1.5 text-left">
              <span className="text-base font-semibold">{nameOf(topic, locale)}</span>
              <span className="ml-2 font-normal text-ink-2">{t('list.count', { count: topic.own })}</span>
            </th>
          </tr>
          {indicators
            .filter(({ topicCode }) => topicCode === topic.code)
            .map((indicator) => (
              <Line key={indicator.code} indicator={indicator} today={today} locale={locale} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Line({ indicator, today, locale }: { indicator: IndicatorLine; today: string; locale: Locale }) {
  const t = translator(locale, 'indicators');
  const { known, latest } = indicator;
  const knownAt =
    known && t('list.knownAt', { unit: nameOf(known.unit, locale), period: writtenPeriod(known.periodCode, locale) });
  return (
    <tr>
      <th scope="row">
        <a href={paths.indicator(indicator.code)}>{markedName(indicator, locale)}</a>
        {indicator.retiredOn && indicator.retiredOn < today && (
          <>
            {' '}
            <Badge>{translator(locale, 'catalogue')('indicator.retired')}</Badge>
          </>
        )}
      </th>
      <td>{unitOf(indicator, locale)}</td>
      <td>{t(`words.${indicator.direction}Short`)}</td>
      <td>{t(`words.${indicator.basis}Short`)}</td>
      <td>{indicator.units > 0 ? writtenPeriod(latest ?? 'undated', locale) : '—'}</td>
      <td>{indicator.units > 0 ? indicator.units : '—'}</td>
      <td>
        {known ? (
          <>
            <Figure figure={known} measure={indicator.measure} locale={locale} size="table" />
            <span>{`${unitOf(indicator, locale)} · ${knownAt}`}</span>
          </>
        ) : (
          '—'
        )}
      </td>
      <td>{knownAt}</td>
    </tr>
  );
}
