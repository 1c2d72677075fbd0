import { randomUUID } from 'node:crypto';
import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import { adjustment, run, runScore } from '@/db/schema/assessment';
import { indicator, orgUnit, peerGroup } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { entryFault } from '@/lib/assessment/ledger/entry-fault';
import { acrossDefinitions } from '@/lib/assessment/runs/across-definitions';
import { engine } from '@/lib/assessment/runs/engine';
import { frozenNow, heldVersion } from '@/lib/assessment/runs/queries';
import { storeScores } from '@/lib/assessment/runs/store-scores';
import { inputsOf } from '@/lib/assessment/runs/stored-rows';
import { newestForm, type StoredTerms } from '@/lib/assessment/runs/words';
import { Code } from '@/lib/assessment/schemes/atoms/bounds';
import { namedUnitFindings, quotaCountFindings } from '@/lib/assessment/schemes/checks/check-rules';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import { assess } from '@/lib/assessment/scoring/assess';
import { figuresUsed } from '@/lib/assessment/scoring/figures-used';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { TypedPeriod } from '@/lib/catalogue/periods/typed-period';
import { Refusal } from '@/lib/errors';

const mostNamed = 5;

const NewRun = z.strictObject({
  schemeCode: Code,
  number: z.int().positive(),
  periodCode: TypedPeriod,
  deadlinePassed: z.boolean(),
  /** Whether unconfirmed entries of the ledger count too: then the run stays a trial. */
  withUnconfirmed: z.boolean().default(false),
  note: z.string().trim().max(500).default(''),
});

/**
 * 试算: freezes the inputs that a version of a scheme reads for a period, scores them and stores the result. Refuses
 * indicators that the catalogue does not have, a group without units or too small for a quota, units that are named and
 * not of the group, entries that do not fit the version, and a result in which no unit has a score.
 */
export const computeRun = command({
  name: 'run.compute',
  input: NewRun,
  async run(work, input) {
    const { id, ...after } = await newRun(work, input);
    return { result: id, changes: [{ subject: `run/${id}`, before: null, after }] };
  },
});

/** Computes and stores a trial, for this command and for those that load whole schemes. */
export async function newRun(work: Work, input: z.output<typeof NewRun>) {
  const { tx, principal, now } = work;
  const { schemeCode, number, periodCode: period, deadlinePassed, withUnconfirmed } = input;
  await ensurePeriods(tx, [period]);
  const version = await heldVersion(tx, { schemeCode, number });
  const { scheme, document } = version;
  await refuseUnknownIndicators(
    work,
    figuresUsed(scheme, period).map((one) => one.indicator),
  );
  const { units, entries, unconfirmed, replaced } = await frozenNow(tx, {
    ...{ scheme, schemeCode, period, withUnconfirmed },
  });
  const across = await acrossDefinitions(tx, scheme, period);
  if (units.length === 0) throw new Refusal('invalid', 'runs.refused.noUnits', { field: 'schemeCode' });
  refuseStrayEntries(scheme, units, entries);
  await refuseStrayUnits(work, { ...version, schemeCode, period, withUnconfirmed }, units);
  const [group] = await tx
    .select({ nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn })
    .from(peerGroup)
    .where(eq(peerGroup.code, scheme.peerGroup));
  const terms: StoredTerms = {
    deadlinePassed,
    ...(group && { group }),
    units: units.map(({ code, nameZh, nameEn, order }) => ({ code, nameZh, nameEn, order })),
    entries,
    ...(unconfirmed.length > 0 && { unconfirmed }),
    ...(replaced.length > 0 && { replaced }),
    ...(across.length > 0 && { acrossDefinitions: across }),
  };
  const inputs = inputsOf(
    period,
    terms,
    units.map(({ code: unit, figures, targets }) => ({ unit, figures, targets })),
  );
  const assessment = assess(scheme, inputs);
  if (assessment.units.every(({ total }) => total === null)) {
    throw new Refusal('invalid', 'runs.refused.nothingToScore', { field: 'periodCode' });
  }
  const id = randomUUID();
  const previous = await previousRanks(work, { schemeCode, period });
  const ranked = assessment.units.filter(({ rank }) => rank !== null).length;
  await tx.insert(run).values({
    id,
    schemeCode,
    schemeVersion: number,
    peerGroupCode: scheme.peerGroup,
    periodCode: period,
    isDemonstration: version.isDemonstration,
    terms,
    bases: assessment.bases,
    notes: assessment.notes,
    units: units.length,
    ranked,
    items: itemsOf(scheme).length,
    previousRunId: previous.runId,
    // Written with the scores, which refer to this row.
    sha256: '',
    fingerprintForm: newestForm,
    engine,
    note: input.note,
    computedBy: principal.userId,
    computedAt: now,
  });
  const beside = { units: new Map(units.map((unit) => [unit.code, unit])), ranks: previous.ranks };
  const sha256 = await storeScores(tx, id, { document, inputs, assessment, beside });
  await tx.update(run).set({ sha256 }).where(eq(run.id, id));
  return { id, schemeCode, number, period, deadlinePassed, units: units.length, ranked, sha256, note: input.note };
}

/** Refuses entries that the ledger would not take for this version, as about a part that it lacks: they count for nothing. */
function refuseStrayEntries(
  scheme: Scheme,
  units: readonly { readonly code: string; readonly nameZh: string }[],
  entries: StoredTerms['entries'],
): void {
  const stray = entries.filter((entry) => entryFault(scheme, entry) !== null);
  if (stray.length === 0) return;
  const nameOf = (code: string) => units.find((one) => one.code === code)?.nameZh ?? code;
  throw new Refusal('invalid', 'runs.refused.strayEntries', {
    field: 'number',
    names: stray
      .slice(0, mostNamed)
      .map(({ unit, kind, node, rule }) => `${nameOf(unit)} ${kind === 'veto' ? rule : node}`)
      .join('、'),
    count: stray.length,
  });
}

/**
 * Refuses units that the scheme names, or the ledger, and that are not of the group in the period, and a quota of more
 * places than units: the verifier of packages would refuse the run.
 */
async function refuseStrayUnits(
  { tx }: Work,
  asked: { scheme: Scheme; schemeCode: string; period: string; withUnconfirmed: boolean },
  units: readonly { readonly code: string }[],
): Promise<void> {
  const { scheme, schemeCode, period, withUnconfirmed } = asked;
  const codes = units.map(({ code }) => code);
  const [quota] = quotaCountFindings(scheme.grades, codes.length);
  if (quota) throw new Refusal('invalid', 'runs.refused.quotaCount', { field: 'number', ...quota.values });
  const named = namedUnitFindings(scheme, codes).flatMap(({ key, values }) =>
    key === 'unknownUnit' ? [`${values.code}`] : [],
  );
  const inLedger = await tx
    .selectDistinct({ code: adjustment.orgUnitCode })
    .from(adjustment)
    .where(
      and(
        eq(adjustment.schemeCode, schemeCode),
        eq(adjustment.periodCode, period),
        withUnconfirmed ? ne(adjustment.state, 'revoked') : eq(adjustment.state, 'confirmed'),
        notInArray(adjustment.orgUnitCode, codes),
      ),
    );
  const stray = [...new Set([...named, ...inLedger.map(({ code }) => code)])];
  if (stray.length === 0) return;
  const known = await tx
    .select({ code: orgUnit.code, nameZh: orgUnit.nameZh })
    .from(orgUnit)
    .where(inArray(orgUnit.code, stray));
  throw new Refusal('invalid', 'runs.refused.strayUnits', {
    field: 'number',
    names: stray
      .slice(0, mostNamed)
      .map((code) => known.find((one) => one.code === code)?.nameZh ?? code)
      .join('、'),
    count: stray.length,
  });
}

async function refuseUnknownIndicators({ tx }: Work, codes: readonly string[]): Promise<void> {
  const asked = [...new Set(codes)];
  if (asked.length === 0) return;
  const known = await tx.select({ code: indicator.code }).from(indicator).where(inArray(indicator.code, asked));
  const unknown = asked.filter((code) => !known.some((row) => row.code === code));
  if (unknown.length === 0) return;
  throw new Refusal('invalid', 'runs.refused.unknownIndicators', {
    field: 'number',
    names: unknown.slice(0, mostNamed).join('、'),
    count: unknown.length,
  });
}

/** The ranks of the scheme's published run with the last earlier period of the same kind. */
async function previousRanks({ tx }: Work, asked: { schemeCode: string; period: string }) {
  const [before] = await tx.execute<{ id: string }>(sql`
    select r.id from run r join period p on p.code = r.period_code join period mine on mine.code = ${asked.period}
    where r.scheme_code = ${asked.schemeCode} and r.state = 'published' and p.kind = mine.kind and p.sort_key < mine.sort_key
    order by p.sort_key desc limit 1`);
  if (!before) return { runId: null, ranks: new Map<string, number | null>() };
  const ranks = await tx
    .select({ unit: runScore.orgUnitCode, rank: runScore.rank })
    .from(runScore)
    .where(and(eq(runScore.runId, before.id)));
  return { runId: before.id, ranks: new Map(ranks.map(({ unit, rank }) => [unit, rank])) };
}
