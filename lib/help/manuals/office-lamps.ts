import type { ManualSection } from '@/lib/help/words';

/** How the office keeps the rules of lamps, and sets one where they cannot judge. */
export const lampKeeping: readonly ManualSection[] = [
  {
    id: 'lamps',
    title: { zh: '定预警规则、看红黄绿灯', en: 'Set rules of lamps and read lamps' },
    steps: [
      {
        zh: '在 {shell.lampRules} 点 {lamps.rules.create}，从一套现成的改起：{lamps.rules.starting.bySchedule}、{lamps.rules.starting.byGrowth}、{lamps.rules.starting.byPlace}。存下的是草稿，不影响任何灯。',
        en: 'Under {shell.lampRules} choose {lamps.rules.create} and begin with a ready set: {lamps.rules.starting.bySchedule}, {lamps.rules.starting.byGrowth} or {lamps.rules.starting.byPlace}. A draft lights nothing.',
      },
      {
        zh: '点 {lamps.rules.try}，看会有多少红、是哪些；再由另一位考核办人员 {lamps.rules.adopt}。规则只从今年起管用，已通报的灯不动。',
        en: 'Choose {lamps.rules.try} to see how many would be red, and which; then another office account chooses {lamps.rules.adopt}. Rules hold from this year on, and lamps that were told stay.',
      },
      {
        zh: '数据核定时灯随之评定，在 {shell.lamps} 按序列和月份看。点一盏灯，看全年的应达与实为、理由和 {lamps.page.forecast}。',
        en: 'Lamps are lit when figures are approved; read them under {shell.lamps} by group and month. Choose one for its year: expected and actual, the reason and the {lamps.page.forecast}.',
      },
      {
        zh: '规则无从判断的月份，在这盏灯的页面点 {lamps.page.byHandFold}，选颜色、写理由。规则一旦能判断，就以规则为准，人工判定的留在 {lamps.page.versions} 中。',
        en: 'For a month that the rules cannot judge choose {lamps.page.byHandFold} on the page of the lamp, with a colour and a reason. Once the rules can judge theirs counts, and what was set stays under {lamps.page.versions}.',
      },
      {
        zh: '在 {reports.title} 点 {reports.prepare}，选序列、月份和 {reports.kind}，写 {reports.note}；由另一位考核办人员 {reports.publish}。发布的通报不再改动，此后的修订另发一次更正。',
        en: 'Under {reports.title} choose {reports.prepare} with a group, a month, a {reports.kind} and {reports.note}; another office account chooses {reports.publish}. What is published is never changed; a later revision is told in a correction.',
      },
    ],
    rules: ['published'],
  },
];
