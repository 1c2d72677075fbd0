import { and, eq } from 'drizzle-orm';
import { consequence, consequenceRule } from '@/db/schema/consequences';
import { completeConsequence } from '@/lib/monitoring/consequences/complete-consequence';
import { confirmConsequence } from '@/lib/monitoring/consequences/confirm-consequence';
import { declineConsequence } from '@/lib/monitoring/consequences/decline-consequence';
import { enterConsequence } from '@/lib/monitoring/consequences/enter-consequence';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { adoptConsequenceRule } from '@/lib/monitoring/consequences/rules/adopt-rule';
import { saveConsequenceRule } from '@/lib/monitoring/consequences/rules/save-rule';
import type { RuleCondition, Shares } from '@/lib/monitoring/consequences/rules/words';
import type { ConsequenceMeasure } from '@/lib/monitoring/consequences/words';
import type { Clock } from './clock';
import { act, type Stage } from './stage';

type Rule = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly group: string;
  readonly condition: RuleCondition;
  readonly measure: ConsequenceMeasure;
  readonly shares?: Shares;
};

const talk: Rule = {
  ...{ nameZh: '演示：连续两个月红灯约谈', nameEn: 'Demonstration: red for two months' },
  ...{ group: 'DEMO_COUNTIES', measure: 'talk' },
  condition: { kind: 'redInRow', indicator: 'DEMO_PROJ', months: 2 },
};
const downgrade: Rule = {
  ...{ nameZh: '演示：三年两次末三位降档', nameEn: 'Demonstration: among the last three' },
  ...{ group: 'DEMO_ZONES', measure: 'downgrade' },
  condition: { kind: 'lastPlaces', scheme: 'DEMO-ZONES', places: 3, times: 2, of: 3 },
};
const reminder: Rule = {
  ...{ nameZh: '演示：督办逾期发提醒函', nameEn: 'Demonstration: overdue follow-ups' },
  ...{ group: 'DEMO_COUNTIES', measure: 'reminderLetter' },
  condition: { kind: 'overdue', days: 1 },
};
const drafted: Rule = {
  ...{ nameZh: '演示：一年三个月红灯整改', nameEn: 'Demonstration: red in three months' },
  ...{ group: 'DEMO_COUNTIES', measure: 'rectification' },
  condition: { kind: 'redInYear', indicator: '', months: 3 },
};
const rectification: Rule = {
  ...{ nameZh: '演示：镇一年四个月红灯整改', nameEn: 'Demonstration: towns red in four months' },
  ...{ group: 'DEMO_TOWNS', measure: 'rectification' },
  condition: { kind: 'redInYear', indicator: 'DEMO_PROJ', months: 4 },
};
const promotion: Rule = {
  ...{ nameZh: '演示：三年两次一等优先使用', nameEn: 'Demonstration: twice among the first' },
  ...{ group: 'DEMO_ZONES', measure: 'promotion' },
  condition: { kind: 'grades', scheme: 'DEMO-ZONES', grades: ['first'], times: 2, of: 3 },
};
const outstanding: Rule = {
  ...{ nameZh: '演示：一等增加优秀比例', nameEn: 'Demonstration: a larger share for the first' },
  ...{ group: 'DEMO_ZONES', measure: 'outstandingShare' },
  condition: { kind: 'grades', scheme: 'DEMO-ZONES', grades: ['first'], times: 1, of: 1 },
  shares: { base: 15, byGrade: { first: 5 }, cap: 20 },
};

/** Whether rules of consequences were played already, or people have drafted some. */
export async function areConsequencesPlayed({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ code: consequenceRule.code }).from(consequenceRule).limit(1)).length > 0;
}

/**
 * Consequences of invented units: a talk that was held and completed step by step, downgrades by places in two of three years of
 * which one was declined, proposals of every other kind that wait; rules that hold and a draft.
 */
export async function playConsequences(stage: Stage, clock: Clock): Promise<void> {
  for (const rule of [talk, downgrade, drafted, rectification, promotion, outstanding])
    await draft(stage, clock, rule, rule !== drafted);
  await act(stage, 'demo.office', proposeConsequences, {}, clock.at(-20, 9));
  await decide(stage, clock);
  await draft(stage, clock, reminder, true);
  await act(stage, 'demo.office', proposeConsequences, {}, clock.at(-1, 16));
}

async function draft(stage: Stage, clock: Clock, rule: Rule, isAdopted: boolean): Promise<void> {
  const firstMonth = `${Number(clock.day(-21).slice(0, 4)) - 1}-01`;
  const input = { ...rule, firstMonth, shares: rule.shares ?? null, code: '', number: 0, version: 0 };
  const kept = await act(stage, 'demo.office', saveConsequenceRule, input as never, clock.at(-21, 9));
  if (isAdopted) await act(stage, 'demo.office2', adoptConsequenceRule, { ...kept, version: 1 }, clock.at(-21, 15));
}

/** Takes the first talk to its last entry, declines a downgrade, and confirms the next one. */
async function decide(stage: Stage, clock: Clock): Promise<void> {
  const proposed = async (measure: ConsequenceMeasure) =>
    stage.tx
      .select({ id: consequence.id, version: consequence.version })
      .from(consequence)
      .where(and(eq(consequence.measure, measure), eq(consequence.state, 'proposed')))
      .orderBy(consequence.orgUnitCode, consequence.key);
  const [called] = await proposed('talk');
  if (called) {
    const step = (after: number, version: number, words: string) => ({
      ...{ id: called.id, version, on: clock.day(after), paper: '', words },
    });
    const reason = '两个月红灯属实，按规则约谈主要负责人。';
    await act(stage, 'demo.office', confirmConsequence, { ...called, reason }, clock.at(-19, 9));
    const letter = { ...step(-16, 2, '发出约谈通知书。'), paper: '演示考核〔约谈〕1号' };
    await act(stage, 'demo.office', enterConsequence, letter, clock.at(-15, 9));
    await act(stage, 'demo.office', enterConsequence, step(-12, 3, '已约谈，单位承诺下月追上进度。'), clock.at(-11, 9));
    await act(stage, 'demo.office2', completeConsequence, step(-4, 4, '进度已追上，约谈事项办结。'), clock.at(-3, 9));
  }
  const [first, second] = await proposed('downgrade');
  if (first) {
    const reason = '其中一年园区区划调整，不宜降档。';
    await act(stage, 'demo.office2', declineConsequence, { ...first, reason }, clock.at(-18, 9));
  }
  if (second) {
    const reason = '两年位次属实，报请降档。';
    await act(stage, 'demo.office2', confirmConsequence, { ...second, reason }, clock.at(-18, 10));
  }
}
