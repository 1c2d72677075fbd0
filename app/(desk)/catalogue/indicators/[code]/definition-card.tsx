import type { ReactNode } from 'react';
import { DefinitionList, DefinitionReason } from '@/app/(desk)/catalogue/indicators/definition-list';
import { marked, markedName } from '@/app/ui/primitives/marked';
import { definitionAt } from '@/lib/catalogue/indicators/definition-at';
import type { IndicatorPage } from '@/lib/catalogue/indicators/words';
import { listed, nameOf, unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/**
 * 口径卡: the definition of the indicator that held in the shown period (today without one), its measurement, its publisher and
 * its dates.
 */
export function DefinitionCard(props: {
  page: IndicatorPage;
  periodCode: string | null;
  today: string;
  locale: Locale;
}) {
  const { page, periodCode, today, locale } = props;
  const t = translator(locale, 'indicators');
  const c = translator(locale, 'catalogue');
  const { indicator, topic, growth, base, replaces, definitions, related } = page;
  const now = definitionAt(definitions, periodCode, today);
  const others = definitions.filter((one) => one !== now);
  const en = locale === 'en';
  const formula = now && (en ? now.formulaEn : now.formulaZh);
  return (
    <section
      aria-labelledby="definition-heading"
      className="rounded-md border border-rule bg-card p-4 text-table print:p-2 print:text-[11px]"
    >
      <h2 id="definition-heading" className="text-base leading-6 font-semibold">
        {t('definition.title')}
      </h2>
      <dl className="mt-2">
        {now && <Line term={t('definition.meaning')}>{en ? now.definitionEn : now.definitionZh}</Line>}
        {formula && <Line term={t('definition.formula')}>{formula}</Line>}
        <Line term={t('definition.basis')}>{t(`words.${indicator.basis}`)}</Line>
        <Line term={t('definition.direction')}>{t(`words.${indicator.direction}`)}</Line>
        <Line term={t('definition.frequency')}>{t(`words.${indicator.frequency}`)}</Line>
        <Line term={t('definition.unit')}>{unitOf(indicator, locale)}</Line>
        <Line term={t('definition.responsible')}>{en ? indicator.responsibleEn : indicator.responsibleZh}</Line>
        {now && (
          <Line term={t('definition.validFrom')}>
            {now.validFrom}
            {now.isBreak && now !== definitions.at(-1) && (
              <span className="block text-gold">{c('definition.notComparable')}</span>
            )}
            <DefinitionReason reason={now.reason} locale={locale} />
          </Line>
        )}
        {indicator.assistingZh && (
          <Line term={c('fields.assisting')}>{en ? indicator.assistingEn : indicator.assistingZh}</Line>
        )}
        {indicator.contact && <Line term={c('fields.contact')}>{indicator.contact}</Line>}
        {indicator.aliases.length > 0 && (
          <Line term={c('fields.aliases')}>{marked(listed(indicator.aliases, locale), locale)}</Line>
        )}
        <Line term={t('definition.code')}>{indicator.code}</Line>
        <Line term={t('definition.topic')}>
          <TextLink href={withQuery(paths.indicators, { topic: topic.code })}>{markedName(topic, locale)}</TextLink>
        </Line>
        {growth && (
          <Line term={t('definition.growth')}>
            <TextLink href={paths.indicator(growth.code)}>{markedName(growth, locale)}</TextLink>
          </Line>
        )}
        {replaces.length > 0 && (
          <Line term={c('indicator.replaces')}>
            {replaces.map((one) => (
              <span key={one.code} className="mr-2">
                <TextLink href={paths.indicator(one.code)}>{nameOf(one, locale)}</TextLink>
              </span>
            ))}
          </Line>
        )}
        {base && (
          <Line term={t('definition.base')}>
            <TextLink href={paths.indicator(base.code)}>{markedName(base, locale)}</TextLink>
          </Line>
        )}
      </dl>
      {others.length > 0 && (
        <details className="mt-2">
          <summary className="min-h-6 text-sea">{t('definition.others')}</summary>
          <DefinitionList definitions={others} first={definitions.at(-1)?.validFrom} locale={locale} />
        </details>
      )}
      {related.length > 0 && (
        <details className="mt-2 border-t border-rule pt-2" data-chrome>
          <summary className="flex min-h-6 items-center text-sea">{t('definition.related')}</summary>
          <ul>
            {related.map((other) => (
              <li key={other.code}>
                <TextLink href={paths.indicator(other.code)}>{markedName(other, locale)}</TextLink>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[5em_minmax(0,1fr)] [&:lang(en)]:grid-cols-[6.5em_minmax(0,1fr)] gap-x-2 border-t border-rule py-1.5 first:border-t-0 print:py-0.5">
      <dt className="text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-6 items-center text-sea hover:underline">
      {children}
    </a>
  );
}
