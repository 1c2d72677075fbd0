import type { ManualSection } from '@/lib/help/words';

/** How the office sets the targets of a year. */
export const targetSetting: readonly ManualSection[] = [
  {
    id: 'targets',
    title: { zh: '定目标、下达目标', en: 'Set and issue targets' },
    steps: [
      {
        zh: '在 {shell.targets} 选 {targets.year}、{targets.group} 和指标。表中每项指标有 {targets.fields.base} 和 {targets.fields.stretch} 两列，方向键移动，可从 Excel 粘贴，停下片刻自动保存。',
        en: 'Under {shell.targets} choose {targets.year}, {targets.group} and indicators. Each indicator has a {targets.fields.base} and a {targets.fields.stretch}; arrows move, blocks paste from Excel, and it saves itself.',
      },
      {
        zh: '选一片格子后，可以 {targets.fill.doGrown}，或 {targets.fill.doPlace}。表下写明所选目标要求的增速和该单位前几年的增速；算法见 {targets.how.title}。',
        en: 'Select cells, then {targets.fill.doGrown} or {targets.fill.doPlace}. Below the grid stands the growth that a target asks for beside that of the years before; {targets.how.title} says how it is computed.',
      },
      {
        zh: '也可以点 {targets.download}，在表格中填好，再点 {targets.import.title}：先逐格比较，再一次写入。',
        en: 'Or {targets.download}, fill in the sheet and {targets.import.title}: it is compared cell by cell and then written at once.',
      },
      {
        zh: '点 {targets.issue.title}，勾选要下达的，写明 {targets.note}，需要的话选 {targets.plan.title}。单位在 {shell.ownTargets} 中确认或提出异议。',
        en: 'Choose {targets.issue.title}, tick what is to be issued, name what it is {targets.note}, and choose a {targets.plan.title}. Units confirm or dispute under {shell.ownTargets}.',
      },
      {
        zh: '下达后要改的，打开这个目标，点 {targets.page.changeFold} 或 {targets.page.withdrawFold}，写明理由；由另一位考核办人员确认后才变。每一步都留在 {targets.page.history} 中。',
        en: 'To change it afterwards open the target and choose {targets.page.changeFold} or {targets.page.withdrawFold} with a reason; it holds once another office account confirms it. Every step stays under {targets.page.history}.',
      },
      {
        zh: '{shell.responsibilities} 列出谁对哪项指标负责、目标多少、在哪个方案里考核，可以下载和打印。',
        en: '{shell.responsibilities} lists who answers for which indicator, with its target and scheme, to download and print.',
      },
    ],
    rules: ['published'],
  },
];
