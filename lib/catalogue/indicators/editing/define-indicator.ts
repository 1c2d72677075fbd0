import { and, asc, eq } from 'drizzle-orm';
import * as z from 'zod';
import { indicator, indicatorDefinition } from '@/db/schema/catalogue';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { DefinitionInput, englishOr } from '@/lib/catalogue/indicators/editing/indicator-input';
import { usesOf } from '@/lib/catalogue/indicators/editing/queries';
import { isMeasured } from '@/lib/catalogue/indicators/editing/unused';
import { lockedIndicator } from '@/lib/catalogue/indicators/locked-indicator';
import { orPropose } from '@/lib/catalogue/proposals/propose';
import { Refusal } from '@/lib/errors';
import { writtenMoment } from '@/lib/i18n/moments';
import { settleDefinition } from '@/lib/observations/derived/settle-figures';

/**
 * Gives an indicator a new definition from a day on. One from an earlier day, where there are figures, becomes a proposal,
 * since pages of the past would show it.
 */
export const defineIndicator = command({
  name: 'indicator.define',
  input: DefinitionInput.extend({ version: z.int() }),
  async run(work, { version, ...asked }) {
    await lockedIndicator(work, asked.code, version);
    const isPast = asked.validFrom < todayOf(work) && isMeasured(await usesOf(work, asked.code));
    const before = isPast ? await definitionBefore(work, asked) : null;
    const reach = {
      ...{ reachesPast: isPast, subject: `indicator/${asked.code}`, reason: asked.reason },
      ...(before && { was: () => before }),
    };
    return orPropose(work, 'indicator.define', asked, reach, (within) => applyDefinition(within, asked));
  },
});

/**
 * Stores a definition. One that was to begin later is replaced by another from the same day; one that is in force never,
 * since pages have shown it. The first of all is no break: where an earlier one comes before it, that flag goes to the
 * one that was first.
 */
export async function applyDefinition(work: Work, asked: DefinitionInput): Promise<readonly [Change]> {
  const { tx } = work;
  const { code, validFrom, isBreak, reason } = asked;
  await lockedIndicator(work, code);
  const held = await heldDefinitions(work, code);
  const [first] = held;
  const same = held.find((one) => one.validFrom === validFrom);
  if (same && validFrom < todayOf(work))
    throw new Refusal('conflict', 'catalogue.refused.definitionInForce', { field: 'validFrom', day: validFrom });
  const isFirst = !first || validFrom <= first.validFrom;
  const texts = {
    definitionZh: asked.definitionZh,
    definitionEn: englishOr(asked.definitionEn, asked.definitionZh),
    formulaZh: asked.formulaZh,
    formulaEn: englishOr(asked.formulaEn, asked.formulaZh),
  };
  const row = { ...texts, isBreak: isBreak && !isFirst, reason };
  await tx
    .insert(indicatorDefinition)
    .values({ ...row, indicatorCode: code, validFrom })
    .onConflictDoUpdate({ target: [indicatorDefinition.indicatorCode, indicatorDefinition.validFrom], set: row });
  if (isFirst && first && !same) {
    await tx
      .update(indicatorDefinition)
      .set({ isBreak })
      .where(and(eq(indicatorDefinition.indicatorCode, code), eq(indicatorDefinition.validFrom, first.validFrom)));
  }
  const movesFirst = isFirst && first !== undefined && !same && (isBreak || first.isBreak);
  if (movesFirst) await settleDefinition(work, code, first.validFrom);
  else if (row.isBreak || same?.isBreak) await settleDefinition(work, code, validFrom);
  await nextVersion(work, code);
  const before = same ? { definitionZh: same.definitionZh, formulaZh: same.formulaZh, isBreak: same.isBreak } : null;
  return [{ subject: `indicator/${code}`, before, after: { validFrom, ...texts, isBreak, reason } }];
}

/** The definitions of an indicator, oldest first. */
async function heldDefinitions({ tx }: Work, code: string) {
  return tx
    .select()
    .from(indicatorDefinition)
    .where(eq(indicatorDefinition.indicatorCode, code))
    .orderBy(asc(indicatorDefinition.validFrom));
}

/** The wording that a definition from a day on would replace: the last that began by then, else the first of all. */
async function definitionBefore(work: Work, { code, validFrom }: DefinitionInput) {
  const held = await heldDefinitions(work, code);
  const found = held.findLast((one) => one.validFrom <= validFrom) ?? held[0];
  if (!found) return null;
  const { definitionZh, definitionEn, formulaZh, formulaEn } = found;
  return { definitionZh, definitionEn, formulaZh, formulaEn };
}

/** Counts a change of an indicator, so that a form that was opened before is refused. */
async function nextVersion(work: Work, code: string): Promise<void> {
  const held = await lockedIndicator(work, code);
  await work.tx
    .update(indicator)
    .set({ version: held.version + 1 })
    .where(eq(indicator.code, code));
}

/** The day in Shanghai. */
const todayOf = ({ now }: Pick<Work, 'now'>) => writtenMoment(now).slice(0, 10);
