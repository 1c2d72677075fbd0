import { followUp } from '@/db/schema/follow-ups';
import { askExtension } from '@/lib/monitoring/follow-ups/ask-extension';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { attachEvidence } from '@/lib/monitoring/follow-ups/attach-evidence';
import { checkReport } from '@/lib/monitoring/follow-ups/check-report';
import { closeFollowUp } from '@/lib/monitoring/follow-ups/close-follow-up';
import { dropFollowUp } from '@/lib/monitoring/follow-ups/drop-follow-up';
import { mergeFollowUps } from '@/lib/monitoring/follow-ups/merge-follow-ups';
import { noteProgress } from '@/lib/monitoring/follow-ups/note-progress';
import { planMeasures } from '@/lib/monitoring/follow-ups/plan-measures';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { writeRemark } from '@/lib/monitoring/follow-ups/remarks/write-remark';
import { reportResult } from '@/lib/monitoring/follow-ups/report-result';
import { sendFollowUpBack } from '@/lib/monitoring/follow-ups/send-back';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import type { FollowUpState } from '@/lib/monitoring/follow-ups/words';
import type { Clock } from './clock';
import { type Month, monthOf, yearOf, yearToDateCode } from './months';
import { act, reporterOf, type Stage } from './stage';

const indicator = 'DEMO_PROJ';
const path: readonly FollowUpState[] = ['raised', 'assigned', 'signed', 'working', 'reported', 'checking', 'closed'];

type Terms = Parameters<typeof raiseFollowUp.run>[1];
type Scene = {
  /** How many days ago it was raised; each step is taken a day after the one before. */
  readonly ago: number;
  readonly to: FollowUpState;
  readonly measures?: string;
  readonly terms: Omit<Terms, 'assisting' | 'condition' | 'origin'> & Partial<Terms>;
};

/** Whether follow-ups were played already, or people have raised some. */
export async function areFollowedUp({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ id: followUp.id }).from(followUp).limit(1)).length > 0;
}

/**
 * Follow-ups of invented units in every state: overdue with an extension asked for, due soon, sent back, merged, transferred, dropped,
 * closed with a figure that satisfies its condition; and leaders' remarks.
 */
export async function playFollowUps(stage: Stage, clock: Clock, last: Month): Promise<void> {
  const lampOf = (unit: string) => ({ unit, indicator, year: yearOf(last), month: monthOf(last) });
  const remarks: string[] = [];
  for (const [unit, words] of [
    ['DEMO-YI', '乙县重点项目进度偏慢，请考核办督促限期整改。'],
    ['DEMO-DING', '丁市的灯几个月反复，请查明原因。'],
  ] as const) {
    const remark = `演示：${words}`;
    const about = { kind: 'lamp' as const, ...lampOf(unit) };
    remarks.push(await act(stage, 'demo.leader', writeRemark, { about, remark }, clock.at(-8, 10)));
  }
  const bing = await play(stage, clock, {
    ...{ ago: 9, to: 'working', measures: '倒排工期，每周调度；月底前完成两个未开工项目的手续。' },
    terms: {
      ...{ title: '演示：丙区重点项目投资落后序时进度', matter: '查明原因，追上序时进度。', unit: 'DEMO-BING' },
      ...{ assisting: ['DEMO-JIA'], dueOn: clock.day(2), origin: { kind: 'lamp', ...lampOf('DEMO-BING') } },
      condition: {
        ...{ indicator, unit: 'DEMO-BING', period: yearToDateCode(last), side: 'atLeast', value: '240' },
      },
    },
  });
  await act(
    stage,
    reporterOf('DEMO-BING'),
    noteProgress,
    { ...bing, note: '一个项目已取得施工许可，另一个本周报批。' },
    clock.at(-4, 15),
  );
  const merged = await play(stage, clock, {
    ...{ ago: 7, to: 'assigned' },
    terms: { title: '演示：丙区两个项目未开工', matter: '尽快开工。', unit: 'DEMO-BING', dueOn: clock.day(6) },
  });
  const reason = '与前一项是同一事项，一并办理。';
  const { unit: _, ...shown } = merged;
  await act(stage, 'demo.office', mergeFollowUps, { ...shown, into: bing.id, reason }, clock.at(-3, 9));
  await play(stage, clock, {
    ...{ ago: 1, to: 'raised' },
    terms: {
      ...{ title: '演示：季度分析会议定事项', matter: '研究稳增长措施。', unit: 'DEMO-DING', dueOn: clock.day(20) },
      origin: { kind: 'meeting', note: '季度经济运行分析会' },
    },
  });
  await play(stage, clock, {
    ...{ ago: 6, to: 'assigned' },
    terms: {
      ...{ title: '演示：落实领导对乙县重点项目的批示', matter: '限期整改。', unit: 'DEMO-YI', dueOn: clock.day(3) },
      origin: { kind: 'remark', remark: remarks[0] ?? '' },
    },
  });
  await play(stage, clock, {
    ...{ ago: 5, to: 'signed' },
    terms: { title: '演示：甲区隐患整改台账', matter: '补齐台账。', unit: 'DEMO-JIA', dueOn: clock.day(1) },
  });
  const late = await play(stage, clock, {
    ...{ ago: 12, to: 'working', measures: '逐家上门核对用电数据。' },
    terms: {
      ...{ title: '演示：甲区工业用电数据核实', matter: '核实异常波动。', unit: 'DEMO-JIA', dueOn: clock.day(-2) },
      assisting: ['DEMO-YI'],
    },
  });
  const file = new TextEncoder().encode('%PDF-1.4\n% demonstration\n');
  const reporter = reporterOf('DEMO-JIA');
  await act(stage, reporter, attachEvidence, { ...late, fileName: '核对清单.pdf', content: file }, clock.at(-3, 10));
  await act(
    stage,
    reporter,
    askExtension,
    { ...late, version: late.version + 1, until: clock.day(8), reason: '两家企业停产检修，数据月底才全。' },
    clock.at(-1, 10),
  );
  await play(stage, clock, {
    ...{ ago: 10, to: 'reported', measures: '新开工三个项目。' },
    terms: { title: '演示：戊县项目开工偏晚', matter: '加快开工。', unit: 'DEMO-WU', dueOn: clock.day(4) },
  });
  const back = await play(stage, clock, {
    ...{ ago: 14, to: 'checking', measures: '更正月报数据。' },
    terms: { title: '演示：庚县月报差错', matter: '查明差错原因。', unit: 'DEMO-GENG', dueOn: clock.day(5) },
  });
  const { unit, ...checked } = back;
  const why = '只更正了数据，没有说明原因，请补充。';
  await act(stage, 'demo.office2', sendFollowUpBack, { ...checked, reason: why }, clock.at(-8, 9));
  const again = { ...back, version: back.version + 1, report: '原因是台账口径用错，已重新培训填报人员。' };
  await act(stage, reporterOf(unit), reportResult, again, clock.at(-6, 9));
  await act(stage, 'demo.office2', checkReport, { ...checked, version: back.version + 2 }, clock.at(-2, 9));
  await play(stage, clock, {
    ...{ ago: 20, to: 'closed', measures: '增派人员，项目提前完工。' },
    terms: {
      ...{ title: '演示：己区重点项目提速', matter: '提前完成全年目标。', unit: 'DEMO-JI', dueOn: clock.day(-6) },
      condition: { indicator, unit: 'DEMO-JI', period: yearToDateCode(last), side: 'atLeast', value: '1' },
    },
  });
  const moved = await play(stage, clock, {
    ...{ ago: 8, to: 'signed' },
    terms: { title: '演示：园区企业入统', matter: '核对应统未统企业。', unit: 'DEMO-XIN', dueOn: clock.day(9) },
  });
  const { unit: __, ...handed } = moved;
  const transfer = { ...handed, to: 'DEMO-REN', reason: '企业注册在壬开发区，由其负责。' };
  await act(stage, 'demo.office', transferFollowUp, transfer, clock.at(-4, 11));
  const mistaken = await play(stage, clock, {
    ...{ ago: 3, to: 'assigned' },
    terms: { title: '演示：丁市企业入统', matter: '核对应统未统企业。', unit: 'DEMO-DING', dueOn: clock.day(9) },
  });
  const { unit: ___, ...given } = mistaken;
  const mistake = { ...given, reason: '与园区企业入统重复立项。' };
  await act(stage, 'demo.office', dropFollowUp, mistake, clock.at(-2, 10));
}

/** Takes a follow-up to a state, each step by those who take it. Returns it as they see it then. */
async function play(stage: Stage, clock: Clock, { ago, to, measures = '', terms }: Scene) {
  const given = { assisting: [], condition: null, origin: { kind: 'hand' as const, note: '' }, ...terms };
  const id = await act(stage, 'demo.office', raiseFollowUp, given, clock.at(-ago, 9));
  const { unit } = terms;
  const own = reporterOf(unit);
  const steps = path.slice(1, path.indexOf(to) + 1);
  for (const [passed, state] of steps.entries()) {
    const shown = { id, version: passed + 1 };
    const at = clock.at(passed + 1 - ago, 9);
    if (state === 'assigned') await act(stage, 'demo.office', assignFollowUp, shown, at);
    if (state === 'signed') await act(stage, own, signFollowUp, { ...shown, unit }, at);
    if (state === 'working') await act(stage, own, planMeasures, { ...shown, unit, measures }, at);
    if (state === 'reported')
      await act(stage, own, reportResult, { ...shown, unit, report: '已按措施办理完毕，请复核。' }, at);
    if (state === 'checking') await act(stage, 'demo.office2', checkReport, shown, at);
    const finding = '核对数据并查看现场，情况属实。';
    if (state === 'closed') await act(stage, 'demo.office2', closeFollowUp, { ...shown, finding, despite: false }, at);
  }
  return { id, unit, version: steps.length + 1 };
}
