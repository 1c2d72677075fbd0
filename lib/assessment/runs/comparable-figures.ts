import { and, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { observation } from '@/db/schema/observations';
import { systemPrincipal } from '@/lib/access/principal';
import type { FrozenFigure, FrozenUnit, ReplacedFigure } from '@/lib/assessment/runs/words';
import type { FigureUse } from '@/lib/assessment/scoring/figures-used';
import { otherBases, reorganisationsOf } from '@/lib/catalogue/comparing/queries';
import { vintages } from '@/lib/observations/words';

type Asked = { readonly units: readonly FrozenUnit[]; readonly uses: readonly FigureUse[]; readonly period: string };
type Comparable = { readonly units: readonly FrozenUnit[]; readonly replaced: readonly ReplacedFigure[] };

/**
 * The units of a run with earlier figures that compare with those of `period`. Where units merged into one since, the sum
 * of theirs takes the place of its own, if the office said that the figures add up and each unit has an exact one; else,
 * and after a split, the figure is left out. Lists the figures that were replaced.
 */
export async function comparableFigures(tx: Tx, { units, uses, period }: Asked): Promise<Comparable> {
  const changes = await reorganisationsOf(
    units.map(({ code }) => code),
    tx,
  );
  const reorganised = new Set(changes.map(({ unit }) => unit));
  const earlier = uses.filter((use) => use.period !== period);
  const asked = [...reorganised].flatMap((unit) =>
    earlier.map((use) => ({ unit, indicator: use.indicator, earlier: use.period, later: period })),
  );
  if (asked.length === 0) return { units, replaced: [] };
  const otherOf = await otherBases(systemPrincipal('run'), asked, { database: tx });
  const replaced = asked.flatMap((one): (ReplacedFigure & { readonly value: string | null })[] => {
    const other = otherOf(one);
    if (!other || other.kind === 'redefined') return [];
    const { unit, indicator, earlier: at } = one;
    return [
      {
        unit,
        indicator,
        period: at,
        kind: other.kind,
        of: other.kind === 'sum' ? other.units : [],
        value: other.value,
      },
    ];
  });
  const parts = await figuresSummed(tx, replaced);
  return {
    units: units.map((unit) => withReplaced(unit, replaced, parts)),
    replaced: replaced.map(({ value: _value, ...one }) => one),
  };
}

type Part = Omit<FrozenFigure, 'revision' | 'value' | 'qualifier' | 'qualifierPrinted'> & { readonly unit: string };

/** The figures that sums are of. */
async function figuresSummed(tx: Tx, replaced: readonly ReplacedFigure[]): Promise<readonly Part[]> {
  const sums = replaced.filter(({ of }) => of.length > 0);
  if (sums.length === 0) return [];
  const { indicatorCode, orgUnitCode, periodCode } = observation;
  const every = (codes: readonly string[]) => [...new Set(codes)];
  return tx
    .select({
      indicator: indicatorCode,
      period: periodCode,
      unit: orgUnitCode,
      decimals: observation.decimals,
      vintage: observation.vintage,
      source: observation.sourceCode,
    })
    .from(observation)
    .where(
      and(
        inArray(indicatorCode, every(sums.map(({ indicator }) => indicator))),
        inArray(periodCode, every(sums.map(({ period }) => period))),
        inArray(orgUnitCode, every(sums.flatMap(({ of }) => of))),
        sql`${observation.qualifier} = 'exact'`,
      ),
    );
}

function withReplaced(
  unit: FrozenUnit,
  replaced: readonly (ReplacedFigure & { readonly value: string | null })[],
  parts: readonly Part[],
): FrozenUnit {
  const own = replaced.filter((one) => one.unit === unit.code);
  if (own.length === 0) return unit;
  const isReplaced = (figure: FrozenFigure) =>
    own.some((one) => one.indicator === figure.indicator && one.period === figure.period);
  const sums = own.flatMap(({ indicator, period, value, of }): FrozenFigure[] => {
    const summed = parts.filter(
      (part) => part.indicator === indicator && part.period === period && of.includes(part.unit),
    );
    // Its document is the unit's own, or that of the first of the others.
    const cited = summed.find((part) => part.unit === unit.code) ?? summed[0];
    if (value === null || !cited) return [];
    const decimals = Math.max(...summed.map((part) => part.decimals));
    const vintage = vintages[Math.min(...summed.map((part) => vintages.indexOf(part.vintage)))] ?? cited.vintage;
    // A sum has no history of its own: its revision is 0.
    const facts = { decimals, qualifier: 'exact' as const, qualifierPrinted: '', vintage, revision: 0 };
    return [{ indicator, period, value, ...facts, source: cited.source }];
  });
  return { ...unit, figures: [...unit.figures.filter((figure) => !isReplaced(figure)), ...sums] };
}
