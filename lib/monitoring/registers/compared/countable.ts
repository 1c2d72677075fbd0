import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';

export type IndicatorFault = 'noIndicator' | 'notCounted' | 'notOnes' | 'computed';

/**
 * Why an indicator cannot be counted from a register; null where it can. Only an amount at the end of a period, in use, in a unit
 * of single things, that no formula computes: a count of 12 is no 12 of 万户.
 */
export async function faultOfIndicator({ tx }: Work, code: string): Promise<IndicatorFault | null> {
  const [known] = await tx.execute<Record<'fits' | 'ones' | 'computed', boolean>>(sql`
    select basis = 'endOfPeriod' and measure = 'amount' and retired_on is null as fits,
      unit_zh !~ '[百千万亿元吨%％‰/]' as ones,
      exists (select from indicator_formula f where f.indicator_code = code) as computed
    from indicator where code = ${code}`);
  if (!known) return 'noIndicator';
  if (!known.fits) return 'notCounted';
  if (known.computed) return 'computed';
  return known.ones ? null : 'notOnes';
}
