import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { periodAfter } from '@/lib/reporting/collections/calendar-dates';
import { createCalendar } from '@/lib/reporting/collections/calendars/create-calendar';
import { extendDeadline } from '@/lib/reporting/collections/exceptions/extend-deadline';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { remindUnits } from '@/lib/reporting/collections/remind-units';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import type { ReviewLevel } from '@/lib/reporting/words';
import { type Asked, industryAsks, itemsFor, safetyAsks } from './asked';
import type { Clock } from './clock';
import { unitCodes } from './series';
import { act, approve, fill, type Opened, reviewerOf, type Stage, submit, waitingFigures } from './stage';

type Terms = {
  readonly title: string;
  readonly asks: readonly Asked[];
  readonly instructions: string;
  /** Days relative to now on which it opens and is due, and the days of grace for late returns. */
  readonly opens: number;
  readonly due: number;
  readonly grace: number;
  readonly reviewChain: ReviewLevel[];
};

async function openScene(stage: Stage, clock: Clock, period: string, terms: Terms): Promise<Opened> {
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

/** Creates the calendar that will open the next industry return; the running one was opened by hand. */
export async function playCalendar(stage: Stage, clock: Clock, running: string): Promise<void> {
  const times = { frequency: 'monthly', mergesJanuary: true, opensDay: 8, dueDay: 18, dueMonthsAfter: 1 } as const;
  await act(
    stage,
    'demo.office',
    createCalendar,
    {
      ...times,
      title: industry.title,
      dueTime: '17:30',
      graceDays: 3,
      reviewChain: both,
      vintage: 'preliminary',
      instructions: industry.instructions,
      peerGroupCode: 'DEMO_COUNTIES',
      unitCodes: [],
      items: industry.asks.map((item) => ({ ...item })),
      startsWith: periodAfter(times, running),
    },
    clock.at(-31, 9),
  );
}

/**
 * Plays the month before, past its deadline: most returns are approved, one is overdue, one has an extension, one came
 * late.
 */
export async function playLastMonth(stage: Stage, clock: Clock, period: string): Promise<void> {
  const terms = { ...safety, opens: -30, due: -18, grace: 3, reviewChain: ['departmentReviewer' as const] };
  const opened = await openScene(stage, clock, period, terms);
  const inTime = unitCodes.filter((unit) => !['DEMO-JI', 'DEMO-GENG', 'DEMO-XIN'].includes(unit));
  for (const unit of inTime) {
    await fill(stage, opened, unit, clock.at(-21, 9));
    await submit(stage, opened, unit, clock.at(-21, 10));
  }
  await remind(stage, opened, ['DEMO-JI', 'DEMO-XIN'], clock.at(-19, 9));
  await fill(stage, opened, 'DEMO-GENG', clock.at(-19, 15), { only: ['DEMO_KEY', 'DEMO_HAZ'] });
  const more = { untilOn: clock.day(3), untilTime: '17:30', reason: '隐患排查系统迁移，部分数据补齐后再报。' };
  const asked = { collectionId: opened.id, unitCode: 'DEMO-GENG', ...more };
  await act(stage, 'demo.office', extendDeadline, asked, clock.at(-19, 16));
  await fill(stage, opened, 'DEMO-XIN', clock.at(-17, 9));
  await submit(stage, opened, 'DEMO-XIN', clock.at(-17, 10));
  await remind(stage, opened, ['DEMO-JI'], clock.at(-16, 9));
  for (const unit of [...inTime, 'DEMO-XIN']) {
    await approve(stage, opened, unit, { by: 'demo.department2', at: clock.at(-14, 10) });
  }
}

async function remind(stage: Stage, { id }: Opened, unitCodes: string[], at: Date): Promise<void> {
  const message = '安全生产月报期限已近，请抓紧填报；有困难请说明原因并申请延长。';
  await act(stage, 'demo.office', remindUnits, { collectionId: id, unitCodes, message }, at);
}

/**
 * Plays the running collection of industry: a draft with a figure in the wrong unit, an empty return, and one at each
 * step of the review.
 */
export async function playIndustry(stage: Stage, clock: Clock, period: string): Promise<void> {
  const opened = await openScene(stage, clock, period, { ...industry, opens: -7, due: 5, grace: 3, reviewChain: both });
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

/**
 * Plays the running collection of safety, nearly due: a task for every reviewer, one return given back, one with a
 * request to reopen.
 */
export async function playSafety(stage: Stage, clock: Clock, period: string): Promise<void> {
  const opened = await openScene(stage, clock, period, { ...safety, opens: -7, due: 2, grace: 3, reviewChain: both });
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
  const found = (await waitingFigures(stage, opened, unit)).find((one) => one.indicatorCode === asked);
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

/** 核定数: the reviewer finds one firm more than the unit reported. */
async function verify(stage: Stage, opened: Opened, unit: string, at: Date): Promise<void> {
  const { figure, value } = await figureOf(stage, opened, unit, 'DEMO_KEY');
  const typed = `${Number(value ?? '0') + 1}`;
  const reason = '与重点监管名录核对，补计一家。';
  const asked = { collectionId: opened.id, unitCode: unit, figure, typed, reason };
  await act(stage, 'demo.department2', verifyFigure, asked, at);
}
