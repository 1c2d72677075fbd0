import { keptRead } from '@/app/server/kept-read';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { standingsOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { rankMatch } from '@/lib/assessment/rankings/grid/rank-match';
import { frozenUnits } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';

/** How many items below and above the place are listed. */
const most = 3;

/** Whether the items of the reader's own unit, or of the first home unit, match its place; nothing where none is assessed. */
export async function MatchedPlaces(props: {
  principal: Principal;
  run: ResultRun;
  units: readonly string[];
  locale: Locale;
}) {
  const { principal, run, units, locale } = props;
  const { unit, standings } = await keptRead(principal, ['matchedPlaces', run.id, units], async () => {
    const assessed = new Set((await frozenUnits(principal, run.id, units)).map(({ code }) => code));
    const first = units.find((one) => assessed.has(one));
    if (first === undefined) return { unit: null, standings: [] };
    const [found, of] = await Promise.all([unitResult(principal, run.id, first), standingsOf(principal, run, first)]);
    return { unit: found, standings: of };
  });
  if (!unit || unit.rank === null) return null;
  const { code } = unit;
  const t = translator(locale, 'leading');
  const items = rankMatch(run, unit, standings).flatMap(({ ahead, place, part }) =>
    ahead === null || place === null ? [] : [{ ahead, place, part }],
  );
  const [ahead, behind] = [items.filter((one) => one.ahead > 0), items.filter((one) => one.ahead < 0)];
  const listed = [...behind.slice(-most).reverse(), ...ahead.slice(0, most)];
  return (
    <Section
      id="places-matched"
      title={t('places.title')}
      note={t('places.note', { unit: nameOf(unit, locale), rank: unit.rank })}
      actions={
        <a
          href={withQuery(paths.rankingPlaces, { scheme: run.schemeCode, period: run.periodCode, unit: code })}
          className={buttonLook('outline')}
        >
          {t('places.all')}
        </a>
      }
    >
      <p className="mb-1 text-ink-2">{t('places.counts', { ahead: ahead.length, behind: behind.length })}</p>
      <ul>
        {listed.map(({ part, place, ahead: by }) => (
          <li key={part.key} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
            <a href={paths.explainedItem(run.id, code, part.key)} className="font-medium text-sea hover:underline">
              {markedName(part, locale)}
            </a>
            <span className="ml-auto">
              {t('places.place', { place })} · {t(by > 0 ? 'places.ahead' : 'places.behind', { count: Math.abs(by) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
