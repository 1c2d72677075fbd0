import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';
import type { Direction } from '@/lib/catalogue/words';
import { Refusal } from '@/lib/errors';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import type { TargetPlace, TargetPlan } from '@/lib/monitoring/targets/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** A draft of a target, or a waiting change of an issued one, which says its version. */
export type HeldDraft = {
  readonly base: string | null;
  readonly stretch: string | null;
  readonly note: string;
  readonly plan: TargetPlan | null;
  readonly reason: string;
  readonly changes: number;
  readonly version: number;
  readonly editedBy: string;
  readonly editedByName: string;
  readonly editedAt: string;
};

export type HeldIssued = {
  readonly base: string;
  readonly stretch: string | null;
  readonly note: string;
  readonly plan: TargetPlan | null;
  readonly answer: 'none' | 'confirmed' | 'disputed';
  readonly version: number;
};

/** A target as a command works on it: its names, its draft and what is issued. */
export type HeldTarget = TargetPlace & {
  readonly unitName: string;
  readonly indicatorOf: CheckedIndicator & { readonly direction: Direction };
  readonly draft: HeldDraft | null;
  readonly issued: HeldIssued | null;
  /** The number of the last step in its history. */
  readonly lastStep: number;
};

/**
 * The named targets of a year, by their keys, which no other command changes until the transaction ends. Refuses a code
 * that is not in the catalogue.
 */
export async function heldTargets(
  work: Work,
  year: number,
  places: readonly TargetPlace[],
): Promise<ReadonlyMap<string, HeldTarget>> {
  const { tx } = work;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`target ${year}`}, 0))`);
  const asked = [...new Map(places.map((place) => [targetKey(place), place])).values()];
  const rows = await tx.execute<HeldTarget & { isKnown: boolean }>(sql`
    select a.unit, a.indicator, u.name_zh as "unitName", u.code is not null and i.code is not null as "isKnown",
      json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en, 'unitZh', i.unit_zh,
        'unitEn', i.unit_en, 'decimals', i.decimals, 'measure', i.measure, 'direction', i.direction,
        'basis', i.basis) as "indicatorOf",
      case when d.version is not null then json_build_object('base', d.base::text, 'stretch', d.stretch::text,
        'note', d.note, 'plan', d.plan, 'reason', d.reason, 'changes', d.changes, 'version', d.version,
        'editedBy', d.edited_by, 'editedByName', coalesce(w.name, ''), 'editedAt', d.edited_at) end as draft,
      case when t.version is not null then json_build_object('base', t.base::text, 'stretch', t.stretch::text,
        'note', t.note, 'plan', t.plan, 'answer', t.answer, 'version', t.version) end as issued,
      greatest(coalesce(t.version, 0), coalesce((select max(e.step) from target_event e
        where e.org_unit_code = a.unit and e.indicator_code = a.indicator and e.year = ${year}), 0)) as "lastStep"
    from json_to_recordset(${JSON.stringify(asked)}::json) a (unit text, indicator text)
    left join org_unit u on u.code = a.unit
    left join indicator i on i.code = a.indicator
    left join target_draft d on d.org_unit_code = a.unit and d.indicator_code = a.indicator and d.year = ${year}
    left join target t on t.org_unit_code = a.unit and t.indicator_code = a.indicator and t.year = ${year}
    left join app_user w on w.id = d.edited_by`);
  const unknown = rows.find(({ isKnown }) => !isKnown);
  if (unknown) throw new Refusal('invalid', 'targets.refused.unknown', { unit: unknown.unit, code: unknown.indicator });
  return new Map(rows.map(({ isKnown: _, ...row }) => [targetKey(row), row]));
}
