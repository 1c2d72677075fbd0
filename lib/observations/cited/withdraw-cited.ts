import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { figureSubject } from '@/lib/observations/cited/figure-subject';
import { inReach, shownRevision } from '@/lib/observations/cited/queries';
import { Code, Reason } from '@/lib/reporting/collections/terms';

/**
 * Asks for a shown figure to be withdrawn; it stays until somebody else confirms. With `restores`, that earlier revision
 * is shown again in its place, else nothing is. `version` is the revision that the page showed: the request is refused
 * where another is shown by now, and for a computed figure, which only its inputs change.
 */
export const withdrawCited = command({
  name: 'cited.withdraw',
  input: z.strictObject({
    indicatorCode: Code,
    orgUnitCode: Code,
    periodCode: z.string().regex(/^[\w-]{1,20}$/),
    version: z.int().min(1),
    restores: z.int().min(1).nullable(),
    reason: Reason,
  }),
  async run({ tx, principal, now }, { indicatorCode, orgUnitCode, periodCode, version, restores, reason }) {
    const key = sql`(select ${indicatorCode}::text as indicator_code, ${orgUnitCode}::text as org_unit_code,
      ${periodCode}::text as period_code)`;
    const [found] = await tx.execute<{ revision: number; value: string; indicator: string; isComputed: boolean }>(sql`
      select shown.revision, shown.value::text as value, i.name_zh as indicator,
        exists (select from indicator_formula f where f.indicator_code = i.code) as "isComputed"
      from ${key} asked
      join indicator i on i.code = asked.indicator_code and ${inReach(principal)}
      join ${shownRevision('asked', 'shown')} on true`);
    if (!found) throw new Refusal('notFound', 'cited.refused.notShown');
    if (found.isComputed) throw new Refusal('invalid', 'derived.refusals.neverTyped', { indicator: found.indicator });
    if (found.revision !== version) throw new Refusal('conflict', 'cited.refused.movedOne');
    const id = randomUUID();
    // The row has the figure that is shown after the withdrawal; without one, the document of the withdrawn figure.
    const stored = await tx.execute<{ id: string }>(sql`
      insert into cited_figure (id, kind, indicator_code, org_unit_code, period_code, printed, value, decimals, qualifier,
        qualifier_printed, vintage, reported_yoy, source_code, locator, quote, note, reason, replaces, recorded_by,
        recorded_at)
      select ${id}, 'withdraw', r.indicator_code, r.org_unit_code, r.period_code, '',
        case when ${restores !== null}::boolean then r.value end, r.decimals, r.qualifier, r.qualifier_printed, r.vintage,
        r.reported_yoy, r.source_code, r.locator, r.quote, r.note, ${reason}, ${version}::int, ${principal.userId},
        ${now.toISOString()}::timestamptz
      from observation_revision r
      where r.indicator_code = ${indicatorCode} and r.org_unit_code = ${orgUnitCode} and r.period_code = ${periodCode}
        and r.revision = ${restores ?? version}::int and not r.is_withdrawal
      returning id`);
    if (stored.length === 0) throw new Refusal('notFound', 'cited.refused.notShown');
    const after = { withdraws: found.value, ...(restores !== null && { restores }), reason, state: 'waiting' };
    return {
      result: id,
      changes: [{ subject: figureSubject({ indicatorCode, orgUnitCode, periodCode }), before: null, after }],
    };
  },
});
