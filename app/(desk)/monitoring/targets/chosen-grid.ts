import type * as z from 'zod';
import type { Principal } from '@/lib/access/principal';
import { usualIndicators } from '@/lib/monitoring/responsibilities/queries';
import { gridChoices } from '@/lib/monitoring/targets/grid/queries';
import type { GridChoice, GridChoices } from '@/lib/monitoring/targets/grid/words';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';
import type { GridAddress } from './address';

/**
 * What a grid is about: what its address asks for, else this year, the first sequence, and the indicators that have
 * targets or that a published scheme of the sequence measures by them.
 */
export async function chosenGrid(
  principal: Principal,
  asked: z.output<typeof GridAddress>,
): Promise<{ choice: GridChoice; choices: GridChoices } | null> {
  const year = asked.year ?? yearOf(new Date());
  const choices = await gridChoices(principal, year);
  if (!choices) return null;
  const group = asked.group ?? (asked.unit.length > 0 ? '' : (choices.groups[0]?.code ?? ''));
  const usual = async () => [
    ...choices.usual.filter((one) => group === '' || one.group === group).map(({ indicator }) => indicator),
    ...(await usualIndicators(principal, group)),
  ];
  const indicators = asked.indicator.length > 0 ? asked.indicator : [...new Set(await usual())];
  return { choice: { year, group, units: asked.unit, indicators }, choices };
}
