import type { ManualSection } from '@/lib/help/words';

/** Where everybody reads what is new. */
export const noticing: ManualSection = {
  id: 'notices',
  title: { zh: '看消息', en: 'Read notices' },
  steps: [
    {
      zh: '右上角的铃铛写着未读的条数。点开 {notices.title}，点一条即去办理的页面，并算作读过；{notices.markShown} 一次标完本页。',
      en: 'The bell at the top right says how many are unread. Open {notices.title} and choose one: it leads to its page and counts as read. {notices.markShown} marks the page at once.',
    },
  ],
};

/** How the office runs the year: its days, what follows from results, and the lists of tasks. */
export const officeRunning: readonly ManualSection[] = [
  {
    id: 'year',
    title: { zh: '排全年日程', en: 'Plan the year' },
    steps: [
      {
        zh: '在 {yearPlan.title} 点 {yearPlan.edit}，核对每个环节的期限，点 {yearPlan.save}。{yearPlan.doneWhen}',
        en: 'Under {yearPlan.title} choose {yearPlan.edit}, check the day of each step and choose {yearPlan.save}. {yearPlan.doneWhen}',
      },
      {
        zh: '{access.menu.workbench} 提醒已过期限和两周内到期的环节。',
        en: 'The {access.menu.workbench} reminds you of steps that are overdue or due within two weeks.',
      },
    ],
  },
  {
    id: 'consequences',
    title: { zh: '结果运用：约谈、整改、降档', en: 'Consequences of results' },
    steps: [
      {
        zh: '在 {consequences.rules.title} 点 {consequences.rules.create}，选按什么判断，保存后在过去的结果上试算；由另一人 {consequences.rules.adopt}。',
        en: 'Under {consequences.rules.title} choose {consequences.rules.create} and a condition, save it and try it on the past; somebody else then chooses {consequences.rules.adopt}.',
      },
      {
        zh: '发布监测通报或核算时规则自动运行；督办逾期的，点 {consequences.run}。规则只拟定，不作决定。',
        en: 'Rules run when a monitoring report or a run is published; for overdue follow-ups choose {consequences.run}. Rules propose, and decide nothing.',
      },
      {
        zh: '打开一项，看过依据，写明理由，点 {consequences.forms.confirm} 或 {consequences.forms.decline}。确认后逐条 {consequences.forms.enter}，最后 {consequences.forms.complete}。',
        en: 'Open one, read its basis, give a reason and choose {consequences.forms.confirm} or {consequences.forms.decline}. Then choose {consequences.forms.enter} for what was done, and {consequences.forms.complete} at the end.',
      },
    ],
  },
  {
    id: 'task-lists',
    title: { zh: '一街一策：下发任务清单', en: 'Hand out lists of tasks' },
    steps: [
      {
        zh: '在 {taskLists.templates.title} 点 {taskLists.templates.create}，写明任务、要达到什么和完成期限；点 {taskLists.templates.handOut}，选序列或单位。',
        en: 'Under {taskLists.templates.title} choose {taskLists.templates.create} and write the tasks, what each is to reach and when; choose {taskLists.templates.handOut} and a group or units.',
      },
      {
        zh: '在 {taskLists.title} 打开一个单位：上面是它的画像，下面是任务。可以 {taskLists.forms.add} 或 {taskLists.forms.withdraw}；一张纸印得下。',
        en: 'Under {taskLists.title} open a unit: its portrait, then its tasks. You can {taskLists.forms.add} or {taskLists.forms.withdraw}; it prints on one sheet.',
      },
    ],
  },
  {
    id: 'registers',
    title: { zh: '台账：计数背后的名册', en: 'Registers behind the counts' },
    steps: [
      {
        zh: '在 {registers.title} 点 {registers.create}，写明领域、等级和协作组；点 {registers.links.import}，先看全部差异再 {registers.import.write}。下载的名册可以改了再导回。',
        en: 'Under {registers.title} choose {registers.create} and write the fields, grades and groups; choose {registers.links.import}, read all differences and then {registers.import.write}. Downloaded entries can be changed and imported again.',
      },
      {
        zh: '{registers.links.counts} 是任何一天的领域 × 等级 × 属地，{registers.links.blind} 是没有等级、没有监管部门、没有走访的；点开数字都到名册。改一条要先选从哪天起，旧的说法留在 {registers.entry.history} 里。',
        en: '{registers.links.counts} has fields × grades × streets of any day, {registers.links.blind} the entries without a grade or a responsible bureau and those not visited; every number leads to its entries. To change one choose first from which day; what it said before stays under {registers.entry.history}.',
      },
      {
        zh: '在 {registers.links.figures} 挂上指标，月末勾选并 {registers.figures.fix}；另一人在 {cited.title} 核对后才成为指标数。别处报的数在旁边对照，后来补记的也只写明、不改数。',
        en: 'Under {registers.links.figures} link an indicator; after the end of a month tick the counts and choose {registers.figures.fix}. They become figures once somebody else confirms them under {cited.title}. What others reported stands beside, and what is corrected later is told and changes no figure.',
      },
    ],
  },
  noticing,
];

/** How a unit fills in its list of tasks. */
export const unitRunning: readonly ManualSection[] = [
  {
    id: 'task-lists',
    title: { zh: '填写本单位的任务清单', en: 'Fill in your list of tasks' },
    steps: [
      {
        zh: '在 {taskLists.title} 打开一项任务，填写 {taskLists.forms.measure} 和 {taskLists.forms.responsible}，点 {taskLists.forms.plan}；动手时点 {taskLists.forms.begin}，随时 {taskLists.forms.note}，办完点 {taskLists.forms.finish}。',
        en: 'Under {taskLists.title} open a task, fill in {taskLists.forms.measure} and {taskLists.forms.responsible} and choose {taskLists.forms.plan}; when you begin choose {taskLists.forms.begin}, at any time {taskLists.forms.note}, and at the end {taskLists.forms.finish}.',
      },
      {
        zh: '{consequences.title} 列出已确认的、关于本单位的事项和依据。',
        en: '{consequences.title} lists what was confirmed about your unit, with its basis.',
      },
      {
        zh: '{registers.title} 列出属地或监管部门是本单位的主体和车辆；走访过的，打开它点 {registers.entry.recordVisit}。',
        en: '{registers.title} has the entities and vehicles of your street or responsibility; open one that was visited and choose {registers.entry.recordVisit}.',
      },
    ],
  },
  noticing,
];

/** Where a leader reads how the year runs. */
export const leaderRunning: readonly ManualSection[] = [
  {
    id: 'year',
    title: { zh: '看全年进展', en: 'See how the year runs' },
    steps: [
      {
        zh: '{yearPlan.title} 写明每个环节的期限和进展；{consequences.title} 写明拟定、确认和办理的情况；{taskLists.title} 是每个单位的画像和任务，一张纸印得下。',
        en: '{yearPlan.title} has the day and the state of each step; {consequences.title} what was proposed, confirmed and done; {taskLists.title} the portrait and the tasks of each unit, on one sheet.',
      },
    ],
  },
  noticing,
];
