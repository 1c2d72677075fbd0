import type { Metadata } from 'next';
import { currentLocale } from '@/app/server/locale';
import { currentPlace } from '@/app/server/place';
import { currentPrincipal } from '@/app/server/principal';
import { buttonLook } from '@/app/ui/primitives/button';
import { EmptyState } from '@/app/ui/primitives/empty-state';
import { Notice } from '@/app/ui/primitives/notice';
import { PageHeader } from '@/app/ui/shell/page-header';
import { FilterTabs } from '@/app/ui/tables/filter-bar';
import { chartNotes } from '@/lib/catalogue/annotations/queries';
import { reorganisedOn } from '@/lib/catalogue/comparing/queries';
import { Asked, addressOf, choiceOf } from '@/lib/dashboards/compare/choice';
import { heatTable } from '@/lib/dashboards/compare/heat';
import { openingChoice, presetChoice } from '@/lib/dashboards/compare/presets';
import { comparableChoices, comparedFigures } from '@/lib/dashboards/compare/queries';
import { views } from '@/lib/dashboards/compare/words';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { CompareCharts } from './compare-charts';
import { HeatTable } from './heat-table';
import { Picker } from './picker';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), 'compare')('title') };
}

export default async function ComparePage({ searchParams }: PageProps<'/dashboards/compare'>) {
  const [locale, principal, { settings }] = await Promise.all([currentLocale(), currentPrincipal(), currentPlace()]);
  const t = translator(locale, 'compare');
  const choices = await comparableChoices(principal);
  const asked = Asked.parse(await searchParams);
  const { choice, ignored, unchosen } = choiceOf(asked, choices, openingChoice(settings.comparisons));
  const [figures, reorganised, notes] = await Promise.all([
    comparedFigures(principal, choice),
    reorganisedOn(choice.units),
    chartNotes(principal, choice),
  ]);
  const heat = heatTable(choice, choices.indicators, figures);
  const isEmpty = !heat.facets.some((facet) => heat.units.some((unit) => heat.cellOf(unit, facet.key)));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {settings.comparisons.length > 0 && (
        <nav
          aria-label={t('presets')}
          className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-table"
          data-chrome
        >
          <span className="text-ink-2">{t('presets')}</span>
          {settings.comparisons.map((one) => (
            <a
              key={addressOf(presetChoice(one))}
              href={addressOf(presetChoice(one))}
              className="inline-flex min-h-6 items-center text-sea hover:underline"
            >
              {nameOf(one, locale)}
            </a>
          ))}
        </nav>
      )}
      <Picker choices={choices} choice={choice} q={asked.q?.trim() ?? ''} locale={locale} />
      {ignored.length > 0 && (
        <Notice tone="warn">{t('ignored', { values: listed(ignored.slice(0, 12), locale) })}</Notice>
      )}
      {unchosen.length > 0 && (
        <Notice tone="warn">
          {t('unchosen', {
            lists: listed(
              unchosen.map((name) => t(name)),
              locale,
            ),
          })}
        </Notice>
      )}
      <div className="mb-3 flex flex-wrap items-center gap-3" data-chrome>
        <FilterTabs
          label={t('view')}
          options={views.map((view) => ({
            label: t(view),
            href: addressOf({ ...choice, view }),
            current: choice.view === view,
          }))}
        />
        {choice.view === 'table' && (
          <a
            href={addressOf({ ...choice, transposed: !choice.transposed, sort: '' })}
            data-stay=""
            className={buttonLook('outline')}
          >
            {t(choice.transposed ? 'transposeBack' : 'transpose')}
          </a>
        )}
      </div>
      {isEmpty ? (
        <EmptyState title={t('emptyTitle')} reason={t('emptyReason')} />
      ) : choice.view === 'chart' ? (
        <CompareCharts home={settings.homeUnits} {...{ heat, choice, choices, reorganised, notes, locale }} />
      ) : (
        <HeatTable home={settings.homeUnits} heat={heat} choice={choice} choices={choices} locale={locale} />
      )}
    </>
  );
}
