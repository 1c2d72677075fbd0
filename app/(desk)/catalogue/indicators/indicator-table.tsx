import { clsx } from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Figure } from '@/app/ui/figures/figure';
import type { IndicatorLine, TopicView } from '@/lib/catalogue/indicators/words';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

const head =
  'sticky top-14 z-10 border-b border-rule-strong bg-paper px-2.5 py-2 align-bottom font-semibold text-ink-2 [&:lang(zh)]:whitespace-nowrap';
const wide = 'max-lg:hidden';
const widest = 'max-xl:hidden';
/** Chinese breaks anywhere, so a short cell is kept in one line; English may break between words. */
const short = '[&:lang(zh)]:whitespace-nowrap';

/** The indicators of the topics in one table, each topic under its own line. */
export function IndicatorTable({ topics, locale }: { topics: readonly TopicView[]; locale: Locale }) {
  const t = translator(locale, 'indicators');
  return (
    <table className="w-full border-collapse text-table">
      <caption className="sr-only">{t('list.caption', { topic: t('list.all') })}</caption>
      <thead>
        <tr>
          <Head>{t('list.indicator')}</Head>
          <Head className={clsx(wide, 'text-left')}>{t('list.unit')}</Head>
          <Head className={clsx(widest, 'text-left')}>{t('list.direction')}</Head>
          <Head className={clsx(widest, 'text-left')}>{t('list.basis')}</Head>
          <Head className={clsx(widest, 'text-left')}>{t('list.latest')}</Head>
          <Head className={clsx(widest, 'text-right')}>{t('list.units')}</Head>
          <Head className="text-right">{t('list.known')}</Head>
          <Head className={clsx(wide, 'text-left')}>
            <span className="sr-only">{t('columns.unit')}</span>
          </Head>
        </tr>
      </thead>
      {topics.map((topic) => (
        <tbody key={topic.code} id={topic.code} className="scroll-mt-28">
          <tr>
            <th scope="rowgroup" colSpan={8} className="border-b border-rule px-2.5 pt-5 pb-1.5 text-left">
              <span className="text-base font-semibold">{nameOf(topic, locale)}</span>
              <span className="ml-2 font-normal text-ink-2">{t('list.count', { count: topic.indicators.length })}</span>
            </th>
          </tr>
          {topic.indicators.map((indicator) => (
            <Line key={indicator.code} indicator={indicator} locale={locale} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Head({ className = 'text-left', children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={clsx(head, className)}>
      {children}
    </th>
  );
}

function Line({ indicator, locale }: { indicator: IndicatorLine; locale: Locale }) {
  const t = translator(locale, 'indicators');
  const { known, latest } = indicator;
  const cell = 'h-9 px-2.5 py-1';
  const knownAt =
    known && t('list.knownAt', { unit: nameOf(known.unit, locale), period: writtenPeriod(known.periodCode, locale) });
  return (
    <tr className="border-b border-rule hover:bg-hover">
      <th scope="row" className={clsx(cell, 'text-left font-normal')}>
        <Link
          href={`/catalogue/indicators/${indicator.code}`}
          className="inline-flex min-h-6 items-center text-sea hover:underline"
        >
          {nameOf(indicator, locale)}
        </Link>
      </th>
      <td className={clsx(cell, wide, short, 'text-ink-2')}>{unitOf(indicator, locale)}</td>
      <td className={clsx(cell, widest, short, 'text-ink-2')}>{t(`words.${indicator.direction}Short`)}</td>
      <td className={clsx(cell, widest, short, 'text-ink-2')}>{t(`words.${indicator.basis}Short`)}</td>
      <td className={clsx(cell, widest, short)}>{writtenPeriod(latest ?? 'undated', locale)}</td>
      <td className={clsx(cell, widest, 'text-right tabular-nums')}>{indicator.units > 0 ? indicator.units : '—'}</td>
      <td className={clsx(cell, 'text-right')}>
        {known ? (
          <>
            <Figure figure={known} measure={indicator.measure} locale={locale} size="table" />
            <span className="block text-xs text-ink-2 lg:hidden">
              {unitOf(indicator, locale)} · {knownAt}
            </span>
          </>
        ) : (
          '—'
        )}
      </td>
      <td className={clsx(cell, wide, 'min-w-28 text-ink-2')}>{knownAt}</td>
    </tr>
  );
}
