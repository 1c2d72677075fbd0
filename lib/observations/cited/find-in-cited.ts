import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import type { CitedFacts, CitedFinding } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { growthOf } from '@/lib/statistics/growth';
import { isSame } from '@/lib/statistics/noise';
import { decimalOf } from '@/lib/statistics/numbers';

/** A value so many times larger or smaller than the one before is a slip of the unit of measure more often than not. */
const jump = 8;
/** Percentage points by which a printed 同比 may differ from the quotient of two rounded values. */
const near = 0.5;
/** The scales in which a sentence may say a number: 12.3万, 1.2亿. */
const scales = [1, 10, 100, 1000, 10_000, 100_000_000];

/**
 * What a second person should look at before a cited figure is shown: that the shown one has moved, a lower vintage, a
 * withdrawn document, a number that the quote does not have, more decimals than the indicator, a leap, a printed 同比
 * that the two values contradict, a period that ended before its unit began, and a published growth or rank that would go.
 */
export function findInCited(facts: CitedFacts): CitedFinding[] {
  const { now, shown, yearEarlier } = facts;
  const found: CitedFinding[] = [];
  if (facts.replaces !== facts.shownRevision) found.push({ kind: 'moved' });
  if (facts.sourceWithdrawn !== null && facts.kind === 'record') found.push({ kind: 'sourceWithdrawn' });
  if (facts.clearedScope !== '') found.push({ kind: 'rankCleared', scope: facts.clearedScope });
  if (!now || facts.kind === 'withdraw') return found;
  if (facts.countedNow != null && facts.countedNow !== Number(now.value))
    found.push({ kind: 'countMoved', now: `${facts.countedNow}` });
  const parsed = parsePeriod(facts.periodCode);
  const days = parsed && periodDays(parsed);
  if (days && facts.unitFrom !== null && days.endsOn < facts.unitFrom)
    found.push({ kind: 'beforeUnit', from: facts.unitFrom });
  if (shown && vintages.indexOf(now.vintage) < vintages.indexOf(shown.vintage)) found.push({ kind: 'lowerVintage' });
  if (shown && shown.reportedYoy !== null && now.reportedYoy === null)
    found.push({ kind: 'growthCleared', was: shown.reportedYoy });
  if (facts.quote !== '' && !hasNumber(facts.quote, now.value)) found.push({ kind: 'notInQuote' });
  if (now.decimals > facts.decimals + 2) found.push({ kind: 'manyDecimals' });
  const from = shown ? ('shown' as const) : ('yearEarlier' as const);
  const times = leap(now.value, (shown ?? yearEarlier)?.value);
  if (times !== null && facts.measure === 'amount') found.push({ kind: 'jump', times, from });
  const isExact = now.qualifier === 'exact' && yearEarlier?.qualifier === 'exact';
  if (facts.measure === 'rate' && isExact && yearEarlier && now.reportedYoy !== null) {
    const growth = growthOf('rate', now.value, yearEarlier.value);
    if (growth && Math.abs(Number(growth.change) - Number(now.reportedYoy)) > near) {
      found.push({ kind: 'growthDiffers', computed: growth.change, printed: now.reportedYoy });
    }
  }
  return found;
}

/** Whether a sentence has the digits of a value, with or without thousands separators and needless zeros. */
function hasNumber(quote: string, value: string): boolean {
  const numbers = quote
    .normalize('NFKC')
    .replace(/(?<=\d)[,，\s](?=\d{3})/g, '')
    .match(/\d+(?:\.\d+)?/g);
  const wanted = Number(value.replace('-', ''));
  return (numbers ?? []).some((one) => {
    const read = Number(one);
    // A sentence may say it in 万 or 亿.
    return scales.some((by) => isSame(read * by, wanted) || isSame(read, wanted * by));
  });
}

/** How many times larger the larger of two values is, where that is many times. */
function leap(value: string, before: string | undefined): string | null {
  const [a, b] = [Math.abs(Number(value)), Math.abs(Number(before ?? '0'))];
  if (a === 0 || b === 0) return null;
  const times = Math.max(a / b, b / a);
  return times >= jump ? decimalOf(times, 1) : null;
}
