import { inArray } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { changedInputs, isUnchanged, movedUnits } from '@/lib/assessment/runs/changes/changed-inputs';
import type { WouldChange } from '@/lib/assessment/runs/changes/words';
import { frozenNow, storedRun } from '@/lib/assessment/runs/queries';
import { inputsOf } from '@/lib/assessment/runs/stored-rows';
import { assess } from '@/lib/assessment/scoring/assess';

/**
 * The result of a run with the present figures, targets, entries and units: the inputs changed since the run froze its
 * own, and the units that would move. A report: the run stays unchanged. Null for a run that the principal does not
 * see.
 */
export async function whatWouldChange(principal: Principal, id: string): Promise<WouldChange | null> {
  return db().transaction(
    async (tx) => {
      const stored = await storedRun(tx, principal, id);
      if (!stored) return null;
      const { run, scheme, rows, assessment } = stored;
      const { terms, periodCode: period, schemeCode } = run;
      const now = await frozenNow(tx, {
        scheme,
        schemeCode,
        period,
        withUnconfirmed: terms.unconfirmed !== undefined,
      });
      const frozen = new Map(rows.map((row) => [row.orgUnitCode, row]));
      const before = terms.units.map((unit) => ({
        ...unit,
        figures: frozen.get(unit.code)?.figures ?? [],
        targets: frozen.get(unit.code)?.targets ?? [],
      }));
      const inputs = changedInputs({ units: before, entries: terms.entries }, now);
      const named = Object.fromEntries(
        [...before, ...now.units].map(({ code, nameZh, nameEn }) => [code, { nameZh, nameEn }]),
      );
      if (isUnchanged(inputs)) return { inputs, moved: [], units: named, indicators: {} };
      const units = now.units.map(({ code: unit, figures, targets }) => ({ unit, figures, targets }));
      const today = { ...terms, units: now.units, entries: now.entries };
      const moved = movedUnits(assessment, assess(scheme, inputsOf(period, today, units)));
      const codes = [...new Set([...inputs.figures, ...inputs.targets].map((one) => one.indicator))];
      const names =
        codes.length === 0
          ? []
          : await tx
              .select({ code: indicator.code, nameZh: indicator.nameZh, nameEn: indicator.nameEn })
              .from(indicator)
              .where(inArray(indicator.code, codes));
      return {
        inputs,
        moved,
        units: named,
        indicators: Object.fromEntries(names.map(({ code, ...name }) => [code, name])),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
