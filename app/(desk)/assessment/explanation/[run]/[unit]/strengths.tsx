import { ExplainedLink } from '@/app/ui/assessment/explained-link';
import { type PlacedPart, strengthsOf } from '@/lib/assessment/rankings/card/strengths';
import type { Standing, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import { itemParts, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The items with the unit's best places, and those with the worst. */
export function Strengths(props: { run: ResultRun; unit: UnitResult; standings: readonly Standing[]; locale: Locale }) {
  const { run, unit, standings, locale } = props;
  const t = translator(locale, 'explanation');
  const { strong, weak } = strengthsOf(itemParts(run.scheme), standings, unit.items);
  if (strong.length + weak.length === 0) return <p className="text-ink-2">{t('strengths.none')}</p>;
  const list = (title: string, parts: readonly PlacedPart[]) =>
    parts.length > 0 && (
      <div className="min-w-0 flex-1 basis-56">
        <h4 className="mb-1 text-table text-ink-2">{title}</h4>
        <ul>
          {parts.map(({ part, standing: { place, shared, of } }) => (
            <li key={part.key} className="flex justify-between gap-4 border-b border-rule py-1.5">
              <ExplainedLink run={run.id} unit={unit.code} item={part.key} name={nameOf(part, locale)} />
              <span className="self-center text-table whitespace-nowrap text-ink-2">
                {t(shared > 1 ? 'strengths.placeShared' : 'strengths.place', { place, of })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-4">
      {list(t('strengths.strong'), strong)}
      {list(t('strengths.weak'), weak)}
    </div>
  );
}
