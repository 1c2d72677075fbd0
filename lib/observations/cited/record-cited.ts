import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { peerGroup } from '@/db/schema/catalogue';
import { command, type Work } from '@/lib/access/command';
import { namesTold } from '@/lib/catalogue/names/told-name';
import { type FieldFault, Refusal } from '@/lib/errors';
import { figureSubject } from '@/lib/observations/cited/figure-subject';
import { type CarriedFigure, carriedFigure, citedContext } from '@/lib/observations/cited/queries';
import { type CitedContext, readCited } from '@/lib/observations/cited/read-cited';
import { type StatedRank, shownNow, storeWaiting } from '@/lib/observations/cited/store-waiting';
import { type CellFault, longest, type ReadCited, seenMark, type TidyColumn } from '@/lib/observations/cited/words';
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
 * then. Of a shown figure that the form had (`seen`), an empty growth or rank takes it away, and a rank that is the same
 * stays as it is; of any other, an empty growth leaves the one that is shown. Refuses an unknown name (with the nearest three), an indicator of another department, a withdrawn document, a
 * figure that the shown one already says, one that another has replaced since the form was opened, and a correction of a
 * shown figure without a reason.
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
    /** The shown figure whose growth and rank the form had, as `seenMark` writes it; empty for none. */
    seen: z.string().max(200),
    /** The set of the rank that the form had; empty for none. */
    seenScope: line(0, longest.scope),
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
      { needsValue: false },
    );
    const seen = read && (await seenFigure(work, asked.seen, read));
    const ranked = await rankIn(work, asked, seen);
    const clearedScope = seen && asked.rank === '' ? asked.seenScope : '';
    const isEmpty = !hasValue && clearedScope === '' && ranked.rank === null && ranked.faults.length === 0;
    const missing: FieldFault[] = isEmpty
      ? [{ field: 'printed', key: 'cited.faults.required', details: { field: 'printed', value: '', names: '—' } }]
      : [];
    const wrong = [...faults.map(fieldFault), ...missing, ...ranked.faults];
    if (wrong.length > 0 || !read) {
      throw new Refusal('invalid', wrong[0]?.key ?? 'input', wrong[0]?.details, wrong);
    }
    const id = randomUUID();
    const keepsGrowth = !seen && asked.reportedYoy === '';
    const waiting = { ...read, ...ranked.rank, id, hasValue, keepsGrowth, clearedScope };
    if (hasValue) await refuseNeedless(work, waiting, asked.reason, context);
    await storeWaiting(tx, principal, [waiting], { reason: asked.reason, batchId: null, now });
    const { rank, rankScopeZh } = { rank: null, rankScopeZh: '', ...ranked.rank };
    const after = {
      ...(hasValue && { value: read.value, vintage: read.vintage, printed: asked.printed }),
      ...(rank !== null && { rank, rankScopeZh }),
      ...(clearedScope !== '' && { clearedScope }),
      sourceCode: read.sourceCode,
      ...(asked.reason !== '' && { reason: asked.reason }),
      state: 'waiting',
    };
    return { result: id, changes: [{ subject: figureSubject(read), before: null, after }] };
  },
});

/** The shown figure that the form had, where it is the one that was typed; refuses where another is shown by now. */
async function seenFigure({ tx, principal }: Work, mark: string, read: ReadCited): Promise<CarriedFigure | null> {
  const key = { indicatorCode: read.indicatorCode, unitCode: read.orgUnitCode, periodCode: read.periodCode };
  if (!mark.startsWith(seenMark({ ...key, revision: null }))) return null;
  const shown = await carriedFigure(principal, key, tx);
  if (!shown || mark !== seenMark(shown)) throw new Refusal('conflict', 'cited.refused.movedOne');
  return shown;
}

/** A fault of a cell as one of the form's field. */
function fieldFault({ column, key, value, names }: CellFault): FieldFault {
  const field = fieldOf[column] ?? column;
  return { field, key: `cited.faults.${key}`, details: { field, value, names: namesTold(names, 'zh-CN') || '—' } };
}

type Ranked = Pick<z.output<typeof recordCited.input>, 'rank' | 'rankScopeZh' | 'rankScopeEn' | 'rankGroupCode'>;

/** The rank of the form; none where the form had it and left it as it was. */
async function rankIn(
  { tx }: Work,
  { rank, rankScopeZh, rankScopeEn, rankGroupCode }: Ranked,
  seen: CarriedFigure | null,
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
  const isKept = seen?.ranks.some(
    (one) =>
      `${one.rank}` === number &&
      one.scopeZh === scope.rankScopeZh &&
      one.scopeEn === scope.rankScopeEn &&
      one.groupCode === scope.rankGroupCode,
  );
  if (isKept) return { rank: null, faults };
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
  if (shown.isSame && waiting.rank === undefined && waiting.clearedScope === '') {
    throw new Refusal('conflict', 'cited.refused.same', { field: 'printed' });
  }
  if (reason.length < 2 && !shown.isSame) {
    throw new Refusal('invalid', 'cited.refused.reasonNeeded', {
      ...{ field: 'reason', value: shown.value ?? '', source: sources.get(waiting.sourceCode)?.nameZh ?? '' },
    });
  }
}
