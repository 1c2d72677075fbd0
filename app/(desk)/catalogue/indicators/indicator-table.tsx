import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Figure } from '@/app/ui/figures/figure';
import { Badge } from '@/app/ui/primitives/badge';
import { markedName } from '@/app/ui/primitives/marked';
import type { IndicatorLine, TopicView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

const wide = 'max-lg:hidden';
const widest = 'max-xl:hidden';
/** Keeps a short Chinese cell in one line, since Chinese breaks anywhere; English may break between words. */
const short = '[&:lang(zh)]:whitespace-nowrap';

/** Indicators in one table, those of a topic under a heading line with the number of all that were found in it. */
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
    <table className="data-table">
      <caption className="sr-only">{t('list.caption', { topic: t('list.all') })}</caption>
      <thead>
        <tr>
          <Head>{t('list.indicator')}</Head>
          <Head className={wide}>{t('list.unit')}</Head>
          <Head className={widest}>{t('list.direction')}</Head>
          <Head className={widest}>{t('list.basis')}</Head>
          <Head className={widest}>{t('list.latest')}</Head>
          <Head className={clsx(widest, 'end')}>{t('list.units')}</Head>
          <Head className="end">{t('list.known')}</Head>
          <Head className={wide}>
            <span className="sr-only">{t('columns.unit')}</span>
          </Head>
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

function Head({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={clsx('top-14', className)}>
      {children}
    </th>
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
        <a href={paths.indicator(indicator.code)} className="inline-block py-0.5 text-sea hover:underline">
          {markedName(indicator, locale)}
        </a>
        {indicator.retiredOn && indicator.retiredOn < today && (
          <>
            {' '}
            <Badge>{translator(locale, 'catalogue')('indicator.retired')}</Badge>
          </>
        )}
      </th>
      <td className={clsx(wide, short, 'text-ink-2')}>{unitOf(indicator, locale)}</td>
      <td className={clsx(widest, short, 'text-ink-2')}>{t(`words.${indicator.direction}Short`)}</td>
      <td className={clsx(widest, short, 'text-ink-2')}>{t(`words.${indicator.basis}Short`)}</td>
      <td className={clsx(widest, short)}>{indicator.units > 0 ? writtenPeriod(latest ?? 'undated', locale) : '—'}</td>
      <td className={clsx(widest, 'end')}>{indicator.units > 0 ? indicator.units : '—'}</td>
      <td className={'end'}>
        {known ? (
          <>
            <Figure figure={known} measure={indicator.measure} locale={locale} size="table" />
            <span className="block text-xs whitespace-normal text-ink-2 lg:hidden">
              {unitOf(indicator, locale)} · {knownAt}
            </span>
          </>
        ) : (
          '—'
        )}
      </td>
      <td className={clsx(wide, 'min-w-28 text-ink-2')}>{knownAt}</td>
    </tr>
  );
}
