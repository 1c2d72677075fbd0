import type * as z from 'zod';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import { lampGroups, lampMonths } from '@/lib/monitoring/lamps/shown/queries';
import type { LampChoice, LampMonth } from '@/lib/monitoring/lamps/shown/words';
import type { LampAddress } from './address';

/** The sequence and month of an address: the first sequence with rules and its newest month, where it says nothing of ours. */
export async function chosenMonth(
  principal: Principal,
  { group: asked, month, only }: z.infer<typeof LampAddress>,
): Promise<{ groups: Named[]; group: Named; months: LampMonth[]; choice: LampChoice } | { groups: Named[] }> {
  const groups = await lampGroups(principal);
  const group = groups.find(({ code }) => code === asked) ?? groups[0];
  if (!group) return { groups };
  const months = await lampMonths(principal, group.code);
  const found = months.find((one) => one.year === month?.year && one.month === month.month) ?? months[0];
  if (!found) return { groups };
  return { groups, group, months, choice: { ...found, group: group.code, only } };
}
