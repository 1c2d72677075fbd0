import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Work } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { ownWords } from '@/lib/i18n/own-words';
import { lightSequences, lightUnits } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { readInPast, readOverGroups, recomputeDerived } from '@/lib/observations/derived/recompute';
import { refreshGroups } from '@/lib/observations/recording/record-figures';

/**
 * What follows every change of figures, in its transaction: the coverage is counted again, and the figures that are
 * computed from them are computed again. `written` is a relation with the keys of the changed figures.
 */
export async function settleFigures(tx: Tx, principal: Principal, written: SQL, at: Date): Promise<void> {
  await recomputeDerived(tx, principal, written, { at, reason: ownWords.figuresMoved[0] });
}

/**
 * What follows a change of the members of sequences from a day on, in its transaction: the coverage is counted again, the
 * sums and means over their members are computed again, and the lamps of the sequences are lit again.
 */
export async function settleGroups(work: Work, groups: readonly string[], from: string): Promise<void> {
  const { tx, principal, now } = work;
  await refreshGroups(tx, groups, from);
  const codes = await readOverGroups(tx, groups);
  const reason = ownWords.membersMoved[0];
  if (codes.length > 0) await recomputeDerived(tx, principal, figuresFrom(codes, from), { at: now, reason });
  await lightSequences(work, groups, from);
}

/**
 * What follows a merger or split of units from a day on, in its transaction: growth of theirs over it is computed again, and
 * so are the lamps that look at it.
 */
export async function settleSuccessions(work: Work, units: readonly string[], from: string): Promise<void> {
  const { tx, principal, now } = work;
  const codes = await readInPast(tx);
  const ofThem = sql`o.org_unit_code = any(${sql.param([...units])}::text[])`;
  const reason = ownWords.unitsMoved[0];
  if (codes.length > 0) await recomputeDerived(tx, principal, figuresFrom(codes, from, ofThem), { at: now, reason });
  await lightUnits(work, units, from);
}

/**
 * What follows a definition of another scope from a day on, in its transaction: what is computed over an earlier figure, and
 * the lamps that look at one.
 */
export async function settleDefinition({ tx, principal, now }: Work, code: string, from: string): Promise<void> {
  await recomputeDerived(tx, principal, figuresFrom([code], from), { at: now, reason: ownWords.scopeMoved[0] });
}

/** The keys of the figures of some indicators in periods that end on a day or later. */
const figuresFrom = (codes: readonly string[], from: string, more = sql`true`): SQL =>
  sql`(select o.indicator_code, o.period_code, o.org_unit_code
    from observation o join period p on p.code = o.period_code and p.ends_on >= ${from}::date
    where o.indicator_code = any(${sql.param([...codes])}::text[]) and ${more})`;
