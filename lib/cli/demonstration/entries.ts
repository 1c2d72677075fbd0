import type { EntryKind, EntryState } from '@/lib/assessment/words';

/** An entry of the ledger by the demonstration's office; `on` is the day of the year, `to` its last state. */
export type PlayedEntry = {
  readonly unit: string;
  readonly kind: EntryKind;
  readonly node?: string;
  readonly rule?: string;
  readonly points?: string;
  readonly incident?: string;
  readonly on: string;
  readonly article: string;
  readonly reason: string;
  readonly evidence: string;
  readonly to?: EntryState;
};

const duty = { kind: 'deduction', node: 'duty', article: '第五章第十三条' } as const;
const honour = { kind: 'bonus', article: '第六章第十四条' } as const;
const reproved = { kind: 'deduction', article: '第六章第十四条' } as const;

const byYear: readonly (readonly PlayedEntry[])[] = [
  [
    honourOf('DEMO-ZONE1', '1.5', '08-16', '获国家级绿色园区称号。', '演示文件〔01〕号'),
    dutyOf('DEMO-ZONE7', '1', '05-20', '重点项目进度未按期报送。', '督查通报第3期（演示）', '督查3'),
    dutyOf('DEMO-ZONE7', '2', '06-12', '同一项目整改不到位。', '督查通报第4期（演示）', '督查3'),
    dutyOf('DEMO-ZONE5', '0.5', '09-03', '会议决定事项办理超期。', '督查通报第7期（演示）'),
  ],
  [
    honourOf('DEMO-ZONE2', '1', '07-02', '产业集群获省级表彰。', '演示文件〔02〕号'),
    reprovedOf('DEMO-ZONE7', '0.5', '10-18', '因环境问题被约谈。', '约谈纪要（演示）'),
    dutyOf('DEMO-ZONE8', '3', '11-05', '年度重点任务两项未完成。', '督查通报第9期（演示）'),
  ],
  [
    honourOf('DEMO-ZONE2', '2.5', '04-11', '两项改革经验在全国推广。', '演示文件〔03〕号'),
    {
      ...{ unit: 'DEMO-ZONE1', kind: 'veto', rule: 'environment', on: '06-28', article: '第六章第十五条' },
      ...{ reason: '发生重大环境事件。', evidence: '调查报告（演示）' },
    },
    dutyOf('DEMO-ZONE8', '2', '08-09', '招商引资项目报送不实。', '核查报告（演示）'),
    dutyOf('DEMO-ZONE6', '6', '09-15', '三项重点工作未落实。', '督查通报第6期（演示）'),
    { ...reprovedOf('DEMO-ZONE5', '1', '03-21', '信访事项处置不及时。', '督办单（演示）'), to: 'revoked' },
  ],
  [
    { ...dutyOf('DEMO-ZONE3', '1', '', '重点任务月度进度滞后。', '督查通报第2期（演示）'), to: 'provisional' },
    { ...honourOf('DEMO-ZONE4', '0.5', '', '优化营商环境做法获市级推广。', '演示文件〔04〕号'), to: 'proposed' },
  ],
];

/** The entries for the zones in the first, second and third assessed year, and in the running one. */
export function zoneEntries(at: number): readonly PlayedEntry[] {
  return byYear[at] ?? [];
}

const daily = { kind: 'deduction', node: 'daily', article: '第二章第五条' } as const;
const dailyOf = (unit: string, points: string, on: string, reason: string, incident = ''): PlayedEntry => {
  return { unit, ...daily, points, on, reason, incident, evidence: '检查记录（演示）' };
};

/** The entries for safety: deductions for supervision, one event counted once, and a veto. */
export const safetyEntries: readonly PlayedEntry[] = [
  dailyOf('DEMO-JIA', '2', '03-08', '专项检查台账不完整。'),
  dailyOf('DEMO-YI', '4', '04-19', '危化品企业隐患未按期闭环。', '危化专项'),
  dailyOf('DEMO-YI', '6', '05-30', '同一企业隐患再次出现。', '危化专项'),
  dailyOf('DEMO-BING', '3', '06-14', '应急演练未开展。'),
  dailyOf('DEMO-DING', '8', '07-22', '重点企业检查覆盖率不足。'),
  dailyOf('DEMO-GENG', '5', '08-25', '举报核查超期。'),
  dailyOf('DEMO-XIN', '2', '10-11', '信息报送迟缓。'),
  {
    ...{ unit: 'DEMO-JI', kind: 'veto', rule: 'grave', on: '09-09', article: '第四章第八条' },
    ...{ reason: '发生较大生产安全事故。', evidence: '事故调查报告（演示）' },
  },
];

function dutyOf(unit: string, points: string, on: string, reason: string, evidence: string, incident = '') {
  return { unit, ...duty, points, on, reason, evidence, incident };
}

function honourOf(unit: string, points: string, on: string, reason: string, evidence: string) {
  return { unit, ...honour, points, on, reason, evidence };
}

function reprovedOf(unit: string, points: string, on: string, reason: string, evidence: string) {
  return { unit, ...reproved, points, on, reason, evidence };
}
