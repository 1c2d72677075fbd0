import { inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import type { AcrossDefinition } from '@/lib/assessment/runs/words';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { figuresOfItem } from '@/lib/assessment/scoring/figures-used';
import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import { redefined } from '@/lib/catalogue/indicators/queries';

/**
 * The items whose score for a period compares figures over a change of the scope of their indicator, each with the newest
 * earlier period on the other side of it. They are scored all the same: all units alike, and the run says it.
 */
export async function acrossDefinitions(
  tx: Tx,
  scheme: Pick<Scheme, 'root'>,
  period: string,
): Promise<AcrossDefinition[]> {
  const looksBack = itemsOf(scheme).map((item) => ({
    item: item.key,
    // Figures that may be carried are none that are compared.
    uses: figuresOfItem(item, period, 'zero').filter((use) => use.period !== period),
  }));
  const codes = [...new Set(looksBack.flatMap(({ uses }) => uses.map((use) => use.indicator)))];
  if (codes.length === 0) return [];
  const rows = await tx
    .select({ code: indicator.code, redefined })
    .from(indicator)
    .where(inArray(indicator.code, codes));
  const daysOf = new Map(rows.map((row) => [row.code, row.redefined]));
  return looksBack.flatMap(({ item, uses }) => {
    const found = uses
      .filter((use) => isRedefined(daysOf.get(use.indicator) ?? [], use.period, period))
      .map((use) => use.period)
      .sort();
    const last = found.at(-1);
    return last === undefined ? [] : [{ item, period: last }];
  });
}
