import type { Change } from '@/lib/access/audit/record-event';
import { targetName, targetSubject } from '@/lib/monitoring/targets/keys/target-key';
import type { TargetPlace } from '@/lib/monitoring/targets/words';

export type ToldTarget = TargetPlace & { readonly before: object | null; readonly after: object | null };

/** The changes of targets of a year for the audit trail: one for each unit, with its indicators inside. */
export function toldChanges(year: number, told: readonly ToldTarget[]): [Change, ...Change[]] {
  const byUnit = new Map<string, ToldTarget[]>();
  for (const one of told) byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one]);
  const side = (list: readonly ToldTarget[], of: 'before' | 'after') =>
    Object.fromEntries(list.flatMap((one) => (one[of] === null ? [] : [[targetName(one.indicator, year), one[of]]])));
  const [first, ...others] = [...byUnit].map(
    ([unit, list]): Change => ({
      subject: targetSubject(year, unit),
      before: side(list, 'before'),
      after: side(list, 'after'),
    }),
  );
  if (!first) throw new Error('no target to tell of');
  return [first, ...others];
}

/** The values of a target for the trail, without the empty ones. */
export function toldValues(one: { readonly base: string | null; readonly stretch: string | null } | null) {
  if (!one) return null;
  return { ...(one.base !== null && { base: one.base }), ...(one.stretch !== null && { stretch: one.stretch }) };
}
