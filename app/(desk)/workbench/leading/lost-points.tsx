import { RemarkHere } from '@/app/(desk)/monitoring/follow-ups/remark-here';
import { keptRead } from '@/app/server/kept-read';
import { buttonLook } from '@/app/ui/primitives/button';
import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { largestGaps, mostCompared } from '@/lib/assessment/rankings/gaps/queries';
import { nodeNamed, type ResultRun } from '@/lib/assessment/rankings/result-run';
import { runWords } from '@/lib/assessment/rankings/run-title';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';

/** How many losses are listed. */
const most = 5;

/** The largest losses of points against the first, each with a link to its working. */
export async function LostPoints(props: {
  principal: Principal;
  run: ResultRun;
  own: readonly string[];
  locale: Locale;
}) {
  const { principal, run, own, locale } = props;
  const t = translator(locale, 'leading');
  const { first, gaps } = await keptRead(principal, ['largestGaps', run.id, own], () =>
    largestGaps(principal, run, { codes: own, most }),
  );
  if (!first) return null;
  const isTooMany = own.length === 0 && run.units > mostCompared;
  return (
    <Section
      id="gaps"
      title={t('gaps.title')}
      note={t('gaps.note', { ...runWords(run, locale), first: nameOf(first, locale) })}
      actions={
        <a
          href={withQuery(paths.rankings, { scheme: run.schemeCode, period: run.periodCode })}
          className={buttonLook('outline')}
        >
          {t('gaps.all')}
        </a>
      }
    >
      {gaps.length === 0 && (
        <p className="text-ink-2">{isTooMany ? t('gaps.tooMany', { count: mostCompared }) : t('gaps.none')}</p>
      )}
      <ol>
        {gaps.map(({ unit, kind, key, lost }) => (
          <li key={`${unit.code} ${key}`} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
            <a
              href={
                kind === 'item' ? paths.explainedItem(run.id, unit.code, key) : paths.explanation(run.id, unit.code)
              }
              className="font-medium text-sea hover:underline"
            >
              {markedName(unit, locale)} ·{' '}
              {kind === 'item'
                ? markedName(nodeNamed(run.scheme, key), locale)
                : t('gaps.whole', { name: nameOf(nodeNamed(run.scheme, key), locale) })}
            </a>
            <span className="ml-auto">
              {t('gaps.lost', { points: groupedDecimal(decimalOf(lost, run.scheme.decimals)) })}
            </span>
            <RemarkHere
              principal={principal}
              id={`remark-score-${unit.code}-${key}`}
              on={{ kind: 'score', run: run.id, unit: unit.code }}
              what={`${nameOf(unit, locale)} ${nameOf(nodeNamed(run.scheme, key), locale)}`}
              locale={locale}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
