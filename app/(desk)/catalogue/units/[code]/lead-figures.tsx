import { Figure } from '@/app/ui/figures/figure';
import { ReportedGrowth } from '@/app/ui/figures/growth-mark';
import { markedName } from '@/app/ui/primitives/marked';
import { leadLines } from '@/lib/catalogue/units/portrait';
import type { IndicatorFigures } from '@/lib/catalogue/units/words';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { writtenWhen } from '@/lib/observations/written';
import { paths, withQuery } from '@/lib/paths';

/** The lead figures of a unit, with published growth and place. */
export function LeadFigures({ lines, locale }: { lines: readonly IndicatorFigures[]; locale: Locale }) {
  const t = translator(locale, 'units');
  const f = translator(locale, 'figures');
  const leads = leadLines(lines);
  if (leads.length === 0) return null;
  return (
    <ul className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 border-b border-rule pb-5 md:grid-cols-3 xl:grid-cols-6">
      {leads.map(({ indicator, period: { figure, reported, place } }) => (
        <li key={indicator.code} className="row-span-3 grid grid-rows-subgrid gap-y-0.5">
          <a
            href={withQuery(paths.indicator(indicator.code), { period: figure.periodCode })}
            className="text-table leading-5 text-ink-2 hover:text-sea hover:underline"
          >
            {markedName(indicator, locale)}
          </a>
          <div className="self-end">
            <Figure
              figure={figure}
              unit={unitOf(indicator, locale)}
              measure={indicator.measure}
              locale={locale}
              size="text"
            />
          </div>
          <p className="flex flex-wrap gap-x-2 text-xs leading-5 text-ink-2">
            <span>{writtenWhen(figure, locale)}</span>
            {reported && (
              <span>
                {t('yoyShort')}{' '}
                <ReportedGrowth change={reported.change} points={indicator.measure === 'rate'} locale={locale} />
              </span>
            )}
            {place && <span>{f('placeShort', { place: place.place, of: place.of })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
