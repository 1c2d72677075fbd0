import { isNotNull } from 'drizzle-orm';
import { peerGroupMember } from '@/db/schema/catalogue';
import { lamp } from '@/db/schema/lamps';
import { target } from '@/db/schema/monitoring';
import type { Work } from '@/lib/access/command';
import { dayBefore } from '@/lib/catalogue/today';
import { setLamp } from '@/lib/monitoring/lamps/by-hand/set-lamp';
import { lightSequences } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { firstDay, monthText } from '@/lib/monitoring/lamps/month-text';
import type { FigureRow } from '@/lib/reporting/import/check-figures';
import type { Clock } from './clock';
import { addRules, due, rowOf, tellLamps, writeRows } from './lamps';
import { type Month, monthBefore, monthCode, monthOf, yearOf } from './months';
import { loadReports } from './reports';
import { act, type Stage } from './stage';

const group = 'DEMO_TOWNS';
const [investment, firms] = ['DEMO_PROJ', 'DEMO_ENT'] as const;
const base = 100;

/** How many points behind each colour is by the rules of the towns; `-` is a month without a figure. */
const behind: Readonly<Record<string, number>> = { g: 0, y: 3, r: 8 };

/**
 * The course of each town's lamps through two years, a letter a month: green, yellow, red. A red month that is caught up is
 * told as yellow.
 */
const courses = {
  'DEMO-TOWN1': { before: 'gggggggggggg', year: 'gggggggggggg' },
  'DEMO-TOWN2': { before: 'gyyyyyyyyyyy', year: 'yyyyyyyyyyyy' },
  // Red once, and caught up.
  'DEMO-TOWN3': { before: 'ggggrggggggg', year: 'grgggggggggg' },
  // Red for months in a row.
  'DEMO-TOWN4': { before: 'ggrrrrgggggg', year: 'gyyyyyrrrrrr' },
  // Red, recovered, red again.
  'DEMO-TOWN5': { before: 'ggrggrgggggg', year: 'grggrggggggg' },
  // Red in December, which is counted on in January.
  'DEMO-TOWN6': { before: 'ggggggggggrr', year: 'rrgggggggggg' },
  // Without a figure in January, whose lamp is set by hand.
  'DEMO-TOWN7': { before: 'gggggggggggg', year: '-ggggggggggg' },
  // Joins during the year.
  'DEMO-TOWN9': { before: 'gggggggggggg', year: 'gggggggggggg' },
  // Left in the year before.
  'DEMO-TOWN10': { before: 'yyyyyyyyyyyy', year: '------------' },
} as const;
const byHand: keyof typeof courses = 'DEMO-TOWN7';
/** A target for a level whose beginning is not known: nothing can be judged. */
const withoutBeginning = 'DEMO-TOWN8';

function investments(last: Month): FigureRow[] {
  const january = last - monthOf(last) + 1;
  return Object.entries(courses).flatMap(([unit, { before, year }]) =>
    [...before, ...year.slice(0, monthOf(last))].flatMap((letter, at) => {
      const month = january - 12 + at;
      const points = behind[letter];
      const vintage = month < january ? 'final' : 'preliminary';
      return points === undefined ? [] : [rowOf(unit, month, due(monthOf(month)) - points, base, vintage)];
    }),
  );
}

/** The firms of a town that came upon the register this year. */
function newFirms(last: Month): FigureRow[] {
  return Array.from({ length: monthOf(last) }, (_, at) => {
    const month = last - at;
    const row = rowOf(withoutBeginning, month, 0, base, 'preliminary');
    return { ...row, indicator: firms, period: monthCode(month), value: `${40 + monthOf(month)}`, decimals: 0 };
  });
}

/**
 * Towns with every course of a lamp that the counties have not, over two years: one that joins and one that left, a target that
 * cannot be judged, and a month that somebody sets by hand (`playByHand`). Gives how many targets there are.
 */
export async function loadTowns(work: Work, reported: Month): Promise<number> {
  const { tx, principal, now } = work;
  const last = monthBefore(reported);
  const year = yearOf(last);
  const joined = last - Math.floor(monthOf(last) / 2);
  const dayOf = (month: Month) => firstDay(monthText({ year: yearOf(month), month: monthOf(month) }));
  const member = (unit: string, validFrom: string, validTo: string | null) => ({
    ...{ peerGroupCode: group, orgUnitCode: unit, validFrom, validTo },
  });
  await tx
    .insert(peerGroupMember)
    .values([
      member('DEMO-TOWN9', dayOf(joined), null),
      member('DEMO-TOWN10', '2000-01-01', dayBefore(`${year - 1}-10-01`)),
    ])
    .onConflictDoNothing();
  const rows = [...investments(last), ...newFirms(last)];
  await writeRows(work, last + 1, 'demonstration-towns', '演示数据：各镇月报', rows);
  const targets = [
    ...Object.keys(courses).flatMap((unit) => [year - 1, year].map((one) => [unit, investment, one] as const)),
    [withoutBeginning, firms, year] as const,
  ].map(([orgUnitCode, indicatorCode, one]) => ({
    ...{ orgUnitCode, indicatorCode, year: one, base: `${base}`, stretch: null, note: '演示数据：年度目标' },
    ...{ updatedBy: principal.userId, updatedAt: now },
  }));
  await tx.insert(target).values(targets).onConflictDoNothing();
  const from = `${year - 1}-01-01`;
  const rules = [{ kind: 'behindSchedule', yellowFrom: 2, redAbove: 5 }] as const;
  await addRules(work, {
    code: 'L4',
    group,
    nameZh: '演示：各镇序时进度',
    indicators: [investment, firms],
    rules,
    from,
  });
  await lightSequences(work, [group], from);
  await tellLamps(work, group, last);
  await loadReports(work, group, { last, months: [last - 2, last - 1] });
  return targets.length;
}

/** Whether a lamp was set by hand already. */
export async function isSetByHand({ tx }: Pick<Stage, 'tx'>): Promise<boolean> {
  return (await tx.select({ unit: lamp.orgUnitCode }).from(lamp).where(isNotNull(lamp.setBy)).limit(1)).length > 0;
}

/** The office sets the lamp of a January without a figure by hand. */
export async function playByHand(stage: Stage, clock: Clock, last: Month): Promise<void> {
  const place = { unit: byHand, indicator: investment, year: yearOf(last), month: 1, version: 0 };
  const reason = '镇里迟报，凭盖章的进度表认定偏慢。';
  await act(stage, 'demo.office', setLamp, { ...place, colour: 'yellow', reason }, clock.at(-6, 9));
}
