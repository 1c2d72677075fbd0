import { randomUUID } from 'node:crypto';
import { registerFixed } from '@/db/schema/registers';
import { command } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { translator } from '@/lib/i18n/translator';
import { faultOfIndicator } from '@/lib/monitoring/registers/compared/countable';
import { hasEnded, lastDayOf } from '@/lib/monitoring/registers/compared/month';
import { comparedRows } from '@/lib/monitoring/registers/compared/queries';
import type { ComparedRow } from '@/lib/monitoring/registers/compared/words';
import { lockedRegister, registerSubject } from '@/lib/monitoring/registers/queries';
import { FixInput } from '@/lib/monitoring/registers/register-input';
import type { RegisterLists } from '@/lib/monitoring/registers/words';
import { writtenLink } from '@/lib/monitoring/registers/written';
import { storeWaiting, type Waiting } from '@/lib/observations/cited/store-waiting';
import { batchIdOf } from '@/lib/observations/cited/words';

/**
 * Fixes counts of the last day of a month (结转): each becomes a figure that cites the register, with the day and what was counted,
 * and waits among the cited figures until another official confirms it. Several are decided together. Refuses a month that
 * has not ended, a count or a shown figure that is another than the page showed, one that waits already or is shown already,
 * two counts of one figure, and an indicator that cannot be counted any more.
 */
export const fixCounts = command({
  name: 'register.fix',
  input: FixInput,
  async run(work, { register: code, version, month, figures, reason }) {
    const { tx, principal, now } = work;
    const held = await lockedRegister(work, code, version);
    const day = lastDayOf(month);
    if (!day || !hasEnded(month, todayOf(work)))
      throw new Refusal('invalid', 'registers.refused.monthGoesOn', { field: 'month' });
    if (figures.length === 0) throw new Refusal('invalid', 'registers.refused.noneChosen', { field: 'figures' });
    const rows = new Map(
      (await comparedRows(principal, held, month, tx)).map((row) => [keyOf(row.link.id, row.unit.code), row]),
    );
    const chosen = figures.map((asked) => {
      const row = rows.get(keyOf(asked.link, asked.unit));
      if (!row || row.counted !== asked.counted || (row.shown?.revision ?? null) !== asked.replaces)
        throw new Refusal('conflict', 'registers.refused.countMoved');
      if (row.waiting) throw new Refusal('conflict', 'registers.refused.waitsAlready', { unit: row.unit.nameZh });
      if (isShown(row)) throw new Refusal('conflict', 'registers.refused.shownAlready', { unit: row.unit.nameZh });
      return row;
    });
    const distinct = new Set(chosen.map(({ link, unit }) => keyOf(link.indicator.code, unit.code)));
    if (distinct.size < chosen.length) throw new Refusal('conflict', 'registers.refused.fixedTwice');
    for (const { link } of new Map(chosen.map((row) => [row.link.indicator.code, row])).values()) {
      const fault = await faultOfIndicator(work, link.indicator.code);
      if (fault) throw new Refusal('conflict', `registers.refused.${fault}`);
    }
    // The ids in their order: what is stored takes them so.
    const ids = chosen.map(() => randomUUID()).sort();
    const waiting = chosen.map((row, at): Waiting => waitingFigure(row, { ...held, id: ids[at] ?? '', month, day }));
    const batchId = waiting.length > 1 ? batchIdOf(`${held.nameZh} ${month}`, randomUUID().slice(0, 8)) : null;
    await storeWaiting(tx, principal, waiting, { reason, batchId, now });
    await tx.insert(registerFixed).values(
      chosen.map(({ link: { counts, per, ofField, ofGrade, ofGroup }, counted }, at) => ({
        ...{ citedId: ids[at] ?? '', registerCode: code, day, counted, counts, per, ofField, ofGrade, ofGroup },
        ...{ actor: principal.userId, at: now },
      })),
    );
    const after = { period: month, count: chosen.length, reason, state: 'waiting' };
    return {
      result: { register: code, month, count: chosen.length, ids },
      changes: [
        { subject: registerSubject(code), before: null, after },
        ...waiting.map((one) => ({
          subject: `figure/${one.indicatorCode}/${one.orgUnitCode}/${month}`,
          before: null,
          after: { value: one.value, sourceCode: one.sourceCode, state: 'waiting' },
        })),
      ],
    };
  },
});

const keyOf = (of: string, unit: string) => `${of} ${unit}`;

/** Whether pages show this very count of the register already. */
const isShown = ({ shown, counted }: ComparedRow) => shown?.isCounted === true && Number(shown.value) === counted;

type Held = {
  readonly sourceCode: string;
  readonly lists: RegisterLists;
  readonly id: string;
  readonly month: string;
  readonly day: string;
};

function waitingFigure({ link, unit, counted }: ComparedRow, { sourceCode, lists, id, month, day }: Held): Waiting {
  // What was counted, and for which day, in the place of a page number.
  const what = writtenLink(lists, link, 'zh-CN');
  const locator = translator('zh-CN', 'registers')('source.locator', { day, what });
  return {
    ...{ id, hasValue: true, keepsGrowth: false, indicatorCode: link.indicator.code, orgUnitCode: unit.code },
    ...{
      periodCode: month,
      printed: `${counted}`,
      value: `${counted}`,
      decimals: 0,
      qualifier: 'exact',
      qualifierPrinted: '',
    },
    ...{
      vintage: 'approved',
      reportedYoy: null,
      sourceCode,
      locator,
      quote: '',
      note: '',
    },
  };
}
