import { eq } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { collection } from '@/db/schema/collections';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { demonstrationPrincipals } from '@/lib/access/users/demonstration/queries';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import type { ReviewLevel } from '@/lib/reporting/words';
import { settings } from '@/lib/settings';
import { type Asked, industryAsks, itemsFor, safetyAsks } from './asked';
import { type Clock, clockAt } from './clock';
import { loadDemonstration } from './load-demonstration';
import { collectedPeriod, monthBefore, reportedMonth } from './months';
import { unitCodes } from './series';
import { act, approve, fill, type Opened, reviewerOf, type Stage, submit, waiting } from './stage';

/**
 * Brings the demonstration up, in the built-in product alone: its data, its accounts, and collections in the midst of
 * their work, with moments counted from `now`. All of it or nothing; what was played once is left as people made it.
 */
export async function playDemonstration(database: Database, now: Date): Promise<void> {
  if (!settings().isEmbedded) return;
  const system = systemPrincipal('demonstration');
  await database.transaction(async (tx) => {
    await perform(loadDemonstration, system, {}, { now, database: tx });
    if (await isPlayed(tx)) return;
    const stage = { tx, people: await demonstrationPrincipals(system, tx) };
    const reported = reportedMonth(now);
    const clock = clockAt(now);
    await playLastMonth(stage, clock, collectedPeriod(monthBefore(reported)));
    await playIndustry(stage, clock, collectedPeriod(reported));
    await playSafety(stage, clock, collectedPeriod(reported));
  });
}

async function isPlayed(tx: Tx): Promise<boolean> {
  const found = await tx.select().from(collection).where(eq(collection.isDemonstration, true)).limit(1);
  return found.length > 0;
}

type Terms = {
  readonly title: string;
  readonly asks: readonly Asked[];
  readonly instructions: string;
  /** Days from now on which it opens and is due, and how many more a late return is taken. */
  readonly opens: number;
  readonly due: number;
  readonly grace: number;
  readonly reviewChain: ReviewLevel[];
};

async function open(stage: Stage, clock: Clock, period: string, terms: Terms): Promise<Opened> {
  const items = itemsFor(terms.asks, period);
  const id = await act(
    stage,
    'demo.office',
    openCollection,
    {
      title: `${writtenPeriod(period, 'zh-CN')}${terms.title}`,
      opensOn: clock.day(terms.opens),
      dueOn: clock.day(terms.due),
      dueTime: '17:30',
      graceDays: terms.grace,
      reviewChain: terms.reviewChain,
      vintage: 'preliminary',
      instructions: terms.instructions,
      periodCode: period,
      peerGroupCode: 'DEMO_COUNTIES',
      unitCodes: [],
      items,
    },
    clock.at(terms.opens, 8),
  );
  return { id, items };
}

const both: ReviewLevel[] = ['unitReviewer', 'departmentReviewer'];
const industry = {
  title: '工业经济月报',
  asks: industryAsks,
  instructions: '演示数据。当月数与累计数都要报；没有港口的单位在港口货物吞吐量中填“不适用”并附说明。',
};
const safety = {
  title: '安全生产月报',
  asks: safetyAsks,
  instructions: '演示数据。整改率按当月排查的隐患计算，保留一位小数。',
};

/** The month before, past its deadline: most is approved, one return is overdue, one has more time, one came late. */
async function playLastMonth(stage: Stage, clock: Clock, period: string): Promise<void> {
  const opened = await open(stage, clock, period, {
    ...safety,
    opens: -30,
    due: -18,
    grace: 3,
    reviewChain: ['departmentReviewer'],
  });
  await fill(stage, opened, 'DEMO-GENG', clock.at(-19, 15), { only: ['DEMO_KEY', 'DEMO_HAZ'] });
  for (const unit of unitCodes.filter((one) => one !== 'DEMO-JI' && one !== 'DEMO-GENG')) {
    const day = unit === 'DEMO-XIN' ? -17 : -21;
    await fill(stage, opened, unit, clock.at(day, 9));
    await submit(stage, opened, unit, clock.at(day, 10));
    await approve(stage, opened, unit, { by: 'demo.department2', at: clock.at(-14, 10) });
  }
}

/** Running: a draft with a figure in the wrong unit, an empty return, and one at each step of the review. */
async function playIndustry(stage: Stage, clock: Clock, period: string): Promise<void> {
  const opened = await open(stage, clock, period, { ...industry, opens: -7, due: 5, grace: 3, reviewChain: both });
  const inTenThousands = (typed: string) => `${Math.round(Number(typed) * 10_000)}`;
  await fill(stage, opened, 'DEMO-JIA', clock.at(-1, 9), {
    only: ['DEMO_OUT', 'DEMO_OUT_HT', 'DEMO_OUT_TR', 'DEMO_POWER'],
    odd: { [`DEMO_POWER ${period}`]: ({ typed }) => ({ typed: inTenThousands(typed) }) },
  });
  for (const unit of ['DEMO-BING', 'DEMO-DING', 'DEMO-WU', 'DEMO-XIN']) {
    await fill(stage, opened, unit, clock.at(-4, 9));
    await submit(stage, opened, unit, clock.at(-4, 11));
  }
  for (const unit of ['DEMO-DING', 'DEMO-WU', 'DEMO-XIN']) {
    await approve(stage, opened, unit, { by: reviewerOf(unit), at: clock.at(-3, 10) });
  }
  await approve(stage, opened, 'DEMO-WU', { by: 'demo.department', at: clock.at(-2, 10) });
}

/** Running and nearly due: something for every reviewer, one return given back, one asked to be opened again. */
async function playSafety(stage: Stage, clock: Clock, period: string): Promise<void> {
  const opened = await open(stage, clock, period, { ...safety, opens: -7, due: 2, grace: 3, reviewChain: both });
  const units = ['DEMO-JIA', 'DEMO-YI', 'DEMO-BING', 'DEMO-DING', 'DEMO-WU'];
  for (const unit of units) {
    await fill(stage, opened, unit, clock.at(unit === 'DEMO-JIA' ? -1 : -5, 9));
    await submit(stage, opened, unit, clock.at(unit === 'DEMO-JIA' ? -1 : -5, 11));
  }
  for (const unit of units.slice(1)) {
    await approve(stage, opened, unit, { by: reviewerOf(unit), at: clock.at(-4, 10) });
  }
  await giveBack(stage, opened, 'DEMO-DING', clock.at(-3, 9));
  await verify(stage, opened, 'DEMO-WU', clock.at(-3, 10));
  for (const unit of ['DEMO-YI', 'DEMO-WU']) {
    await approve(stage, opened, unit, { by: 'demo.department2', at: clock.at(-3, 15) });
  }
  const figures = opened.items.filter(({ indicatorCode }) => indicatorCode === 'DEMO_KEY');
  await act(
    stage,
    'demo.reporter2',
    askReopening,
    {
      collectionId: opened.id,
      unitCode: 'DEMO-YI',
      figures: figures.map(({ indicatorCode, periodCode }) => ({ indicatorCode, periodCode })),
      reason: '重点监管名录月底有调整，申请更正企业数。',
    },
    clock.at(-1, 16),
  );
}

async function figureOf(stage: Stage, opened: Opened, unit: string, asked: string) {
  const found = (await waiting(stage, opened, unit)).find((one) => one.indicatorCode === asked);
  if (!found) throw new Error(`${asked} of ${unit} does not wait for a review`);
  const { indicatorCode, periodCode, version, value } = found;
  return { figure: { indicatorCode, periodCode, version }, value };
}

async function giveBack(stage: Stage, opened: Opened, unit: string, at: Date): Promise<void> {
  const { figure } = await figureOf(stage, opened, unit, 'DEMO_HAZ_FIXED');
  const figures = [figure];
  const reason = '已整改数与隐患台账不一致，请核对后重报。';
  await act(stage, 'demo.department2', returnFigures, { collectionId: opened.id, unitCode: unit, figures, reason }, at);
}

/** 核定数: the reviewer found one firm more than the unit reported. */
async function verify(stage: Stage, opened: Opened, unit: string, at: Date): Promise<void> {
  const { figure, value } = await figureOf(stage, opened, unit, 'DEMO_KEY');
  const typed = `${Number(value ?? '0') + 1}`;
  const reason = '与重点监管名录核对，补计一家。';
  const asked = { collectionId: opened.id, unitCode: unit, figure, typed, reason };
  await act(stage, 'demo.department2', verifyFigure, asked, at);
}
