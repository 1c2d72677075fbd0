import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { type FieldFault, Refusal } from '@/lib/errors';
import { figureSubject } from '@/lib/observations/cited/figure-subject';
import { citedContext } from '@/lib/observations/cited/queries';
import { type CitedContext, readCited } from '@/lib/observations/cited/read-cited';
import { type StatedRank, shownNow, storeWaiting } from '@/lib/observations/cited/store-waiting';
import { type CellFault, longest, type TidyColumn } from '@/lib/observations/cited/words';
import { vintages } from '@/lib/observations/words';
import { Code, line, lines } from '@/lib/reporting/collections/terms';

/** The fields of the form for the columns in which faults are told. */
const fieldOf: Partial<Record<TidyColumn, string>> = {
  value: 'printed',
  reported_yoy: 'reportedYoy',
  source: 'sourceCode',
};

/**
 * Records a figure, a rank or both as a document prints them. It waits for somebody else, and no page shows it until
 * then. Refuses an unknown name (with the nearest three), an indicator of another department, a withdrawn document, a
 * figure that the shown one already says, and a correction of a shown figure without a reason.
 */
export const recordCited = command({
  name: 'cited.record',
  input: z.strictObject({
    sourceCode: Code,
    indicator: line(1, longest.name),
    unit: line(1, longest.name),
    period: line(1, longest.period),
    printed: line(0, longest.printed),
    vintage: z.enum(vintages),
    reportedYoy: line(0, longest.yoy),
    rank: line(0, 10),
    rankScopeZh: line(0, longest.scope),
    rankScopeEn: line(0, longest.scope),
    rankGroupCode: Code.or(z.literal('')),
    locator: line(0, longest.locator),
    quote: lines(0, longest.quote),
    note: lines(0, longest.note),
    reason: lines(0, 300),
  }),
  async run(work, asked) {
    const { tx, principal, now } = work;
    const context = await citedContext(principal, tx);
    const hasValue = asked.printed !== '';
    const { read, faults } = readCited(
      {
        ...asked,
        ...{ row: 1, value: asked.printed, source: asked.sourceCode, qualifier: '', qualifier_printed: '' },
        ...{ reported_yoy: asked.reportedYoy, period_printed: '' },
      },
      context,
      { needsValue: asked.rank === '' },
    );
    const ranked = await rankIn(work, asked);
    const wrong = [...faults.map(fieldFault), ...ranked.faults];
    if (wrong.length > 0 || !read) {
      throw new Refusal('invalid', wrong[0]?.key ?? 'input', wrong[0]?.details, wrong);
    }
    const id = randomUUID();
    const waiting = { ...read, ...ranked.rank, id, hasValue };
    if (hasValue) await refuseNeedless(work, waiting, asked.reason, context);
    await storeWaiting(tx, principal, [waiting], { reason: asked.reason, batchId: null, now });
    const { rank, rankScopeZh } = { rank: null, rankScopeZh: '', ...ranked.rank };
    const after = {
      ...(hasValue && { value: read.value, vintage: read.vintage, printed: asked.printed }),
      ...(rank !== null && { rank, rankScopeZh }),
      sourceCode: read.sourceCode,
      ...(asked.reason !== '' && { reason: asked.reason }),
      state: 'waiting',
    };
    return { result: id, changes: [{ subject: figureSubject(read), before: null, after }] };
  },
});

/** A fault of a cell as one of the form's field. */
function fieldFault({ column, key, value, names }: CellFault): FieldFault {
  const field = fieldOf[column] ?? column;
  const told = names.map(({ nameZh, nameEn }) => nameZh || nameEn).join('、');
  return { field, key: `cited.faults.${key}`, details: { field, value, names: told || '—' } };
}

type Ranked = Pick<z.output<typeof recordCited.input>, 'rank' | 'rankScopeZh' | 'rankScopeEn' | 'rankGroupCode'>;

async function rankIn(
  { tx }: Work,
  { rank, rankScopeZh, rankScopeEn, rankGroupCode }: Ranked,
): Promise<{ rank: StatedRank | null; faults: FieldFault[] }> {
  if (rank === '') return { rank: null, faults: [] };
  const number = /^第?([1-9]\d{0,4})位?$/.exec(rank.normalize('NFKC'))?.[1];
  const wrong = (field: string, key: 'notARank' | 'noScope' | 'unknownGroup'): FieldFault => ({
    ...{ field, key: `cited.refused.${key}`, details: { field } },
  });
  const faults: FieldFault[] = [];
  if (number === undefined) faults.push(wrong('rank', 'notARank'));
  if (rankScopeZh === '') faults.push(wrong('rankScopeZh', 'noScope'));
  if (rankGroupCode !== '') {
    const [group] = await tx.select({ code: peerGroup.code }).from(peerGroup).where(eq(peerGroup.code, rankGroupCode));
    if (!group) faults.push(wrong('rankGroupCode', 'unknownGroup'));
  }
  const scope = { rankScopeZh, rankScopeEn: rankScopeEn || rankScopeZh, rankGroupCode: rankGroupCode || null };
  return { rank: number === undefined ? null : { rank: Number(number), ...scope }, faults };
}

/** Refuses a figure that changes nothing, and a correction without a reason. */
async function refuseNeedless(
  { tx }: Work,
  waiting: Parameters<typeof shownNow>[1][number],
  reason: string,
  { sources }: CitedContext,
): Promise<void> {
  const shown = (await shownNow(tx, [waiting])).get(waiting.id);
  if (!shown || shown.revision === null) return;
  if (shown.isSame && waiting.rank === undefined) {
    throw new Refusal('conflict', 'cited.refused.same', { field: 'printed' });
  }
  if (reason.length < 2 && !shown.isSame) {
    throw new Refusal('invalid', 'cited.refused.reasonNeeded', {
      ...{ field: 'reason', value: shown.value ?? '', source: sources.get(waiting.sourceCode)?.nameZh ?? '' },
    });
  }
}
