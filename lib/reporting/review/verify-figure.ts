import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { indicator } from '@/db/schema/catalogue';
import { command } from '@/lib/access/command';
import { faultyInput, Refusal } from '@/lib/errors';
import { Code, CollectionId, lines } from '@/lib/reporting/collections/terms';
import { FigureVersion } from '@/lib/reporting/entry/entry-input';
import { subjectOf, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { checkAgain } from '@/lib/reporting/entry/store-findings';
import { keyOf } from '@/lib/reporting/figure-key';
import { readFigure, readGrowth } from '@/lib/reporting/reading/read-figure';
import { figuresToDecide } from '@/lib/reporting/review/queries';
import { longestEntry, shortestExplanation } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/**
 * Records a verified value (核定数) beside the reported one, with a reason and, if given, its 同比. The reported value and
 * 同比 stay unchanged. Entering the reported number cancels a verified value recorded before. It is
 * checked like a reported one, and the figures that must agree with it are compared anew. Refuses a text that is no
 * plain number, and the reported number where there is nothing to cancel.
 */
export const verifyFigure = command({
  name: 'review.verify',
  input: z.strictObject({
    collectionId: CollectionId,
    unitCode: Code,
    figure: FigureVersion,
    typed: z.string().min(1).max(longestEntry.typed),
    /** 同比 of the verified value; empty for none. */
    typedYoy: z.string().max(longestEntry.typedYoy).default(''),
    reason: lines(shortestExplanation, 300),
  }),
  async run(work, { collectionId, unitCode, figure, typed, typedYoy, reason }) {
    const { tx, principal, now } = work;
    const { one, which, figures } = await figuresToDecide(work, { collectionId, unitCode, figures: [figure] });
    const [found] = figures;
    const [measured] = await tx.select().from(indicator).where(eq(indicator.code, figure.indicatorCode));
    if (!found || !measured) throw new Refusal('conflict', 'reviewMoved');
    const reading = readFigure(typed, measured);
    // 1200 is another figure than a reported 1200多.
    const isBack =
      reading.kind === 'number' &&
      found.value !== null &&
      reading.qualifier === found.qualifier &&
      compareDecimals(reading.value, found.value) === 0;
    const growth = readGrowth(typedYoy, measured);
    const isPlain = reading.kind === 'number' && (reading.qualifier === 'exact' || isBack);
    if (reading.kind !== 'number' || !isPlain || growth.kind === 'fault') {
      throw faultyInput([
        ...(isPlain ? [] : [{ field: 'typed', key: 'notAPlainNumber' as const }]),
        ...(growth.kind === 'fault' ? [{ field: 'typedYoy', key: 'notAGrowth' as const }] : []),
      ]);
    }
    if (isBack && found.approvedValue === null) throw new Refusal('invalid', 'sameAsReported', { field: 'typed' });
    const recorded = isBack ? null : reading.value;
    const recordedYoy = isBack || growth.kind === 'empty' ? null : growth.value;
    await tx.execute(sql`
      update submission_value v set approved_value = ${recorded}, approved_decimals = ${isBack ? null : reading.decimals},
        approved_yoy = ${recordedYoy}, approved_reason = ${isBack ? '' : reason}, approved_by = ${isBack ? null : principal.userId},
        version = v.version + 1
      where ${which}`);
    await checkAgain(work, one, [figure]);
    await recordSteps(tx, principal, one, { kind: 'verified', which, reason, at: now });
    await recount(tx, thisReturn(one), sql`, review_began = true`);
    const key = keyOf(figure);
    return {
      result: key,
      changes: [
        {
          subject: subjectOf(one),
          before: { [key]: found.approvedValue },
          after: { [key]: recorded, ...(recordedYoy !== null && { yoy: recordedYoy }), reported: found.value, reason },
        },
      ],
    };
  },
});
