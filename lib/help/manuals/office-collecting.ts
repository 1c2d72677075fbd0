import type { ManualSection } from '@/lib/help/words';

/** How the office asks for figures and follows them. */
export const collecting: readonly ManualSection[] = [
  {
    id: 'open',
    title: { zh: '开设填报任务', en: 'Open a collection' },
    steps: [
      {
        zh: '在 {shell.collections} 点 {collections.create}，先定 {collections.period}，再写 {collections.form.name} 和 {collections.form.instructions}；报表制度定了表号的，写上 {collections.form.formNumber} 和 {collections.form.issuedBy}，印在表的右上角。',
        en: 'Under {shell.collections} choose {collections.create}; set the {collections.period}, then {collections.form.name} and {collections.form.instructions}; a {collections.form.formNumber} and {collections.form.issuedBy} stand at the right top of the form.',
      },
      {
        zh: '在 {collections.form.stepItems} 选指标，注明 {collections.form.current} 或 {collections.form.soFar}、是否 {collections.form.required}；在 {collections.form.stepUnits} 选序列或逐个选单位。',
        en: 'Choose indicators under {collections.form.stepItems}, {collections.form.current} or {collections.form.soFar}, and which are {collections.form.required}; choose a group or single units under {collections.form.stepUnits}.',
      },
      {
        zh: '定 {collections.form.dueOn}、{collections.form.graceDays}、{collections.form.chain} 和 {collections.form.vintage}，点 {collections.form.submitNew}。单位没有填报员或审核人账号的，页面会写明。',
        en: 'Set {collections.form.dueOn}, {collections.form.graceDays}, {collections.form.chain} and {collections.form.vintage}, then choose {collections.form.submitNew}. Units without an account to report or review are named.',
      },
      {
        zh: '与上次相同的，打开上次的任务点 {collections.detail.copy}。',
        en: 'For the same again, open the last one and choose {collections.detail.copy}.',
      },
    ],
  },
  {
    id: 'calendar',
    title: { zh: '按日历自动开设', en: 'Let a calendar open it' },
    steps: [
      {
        zh: '每月、每季都要的数，在 {shell.collections} 点 {collections.calendars}，再点 {collections.calendar.create}。',
        en: 'For figures wanted every month or quarter choose {collections.calendars} under {shell.collections}, then {collections.calendar.create}.',
      },
      {
        zh: '定 {collections.calendar.startsWith}、{collections.calendar.opensDay}、{collections.calendar.dueDay} 和填报内容，点 {collections.calendar.submitNew}。到了开始日，系统自动开设。',
        en: 'Set {collections.calendar.startsWith}, {collections.calendar.opensDay}, {collections.calendar.dueDay} and what is asked, then choose {collections.calendar.submitNew}. On that day the collection opens by itself.',
      },
      {
        zh: '1月不单独报的，勾选 {collections.calendar.mergesJanuary}。暂时不用的点 {collections.calendar.pause}，再用时点 {collections.calendar.resume}。',
        en: 'If January is not reported alone tick {collections.calendar.mergesJanuary}. {collections.calendar.pause} stops a calendar, {collections.calendar.resume} starts it again.',
      },
      {
        zh: '不想等的，点 {collections.calendar.run}。更改日历不影响已经开设的任务。',
        en: 'To open what is due at once choose {collections.calendar.run}. A changed calendar leaves open collections as they are.',
      },
    ],
  },
  {
    id: 'progress',
    title: { zh: '看进度、催报、延长', en: 'Watch progress, remind, extend' },
    picture: {
      name: 'office-progress',
      alt: {
        zh: '一项填报任务：进度、任务说明和各单位到了哪一步',
        en: 'A collection: its progress, its terms and how far each unit is',
      },
    },
    steps: [
      {
        zh: '打开一项任务，{collections.unitTable.title} 列出每个单位的状态、{collections.unitTable.filledAndItems}、{collections.unitTable.submittedAt}。',
        en: 'Open a collection; {collections.unitTable.title} gives the state of each unit, {collections.unitTable.filledAndItems} and {collections.unitTable.submittedAt}.',
      },
      {
        zh: '勾选尚未报送的单位，写 {collections.remind.message}，点 {collections.remind.submit}。填报员在工作台和任务里都看到；要发到工作群的，点 {collections.remind.copy}。',
        en: 'Tick units that have not sent, write {collections.remind.message} and choose {collections.remind.submit}. Reporters read it on their workbench and in the return; to send it by a messenger choose {collections.remind.copy}.',
      },
      {
        zh: '表中有各单位的联系人和电话，由单位的人在自己的账号页填写，或由管理员填写。',
        en: 'The table has the contact of each unit with a telephone number; its people set them on the page of their account, or an administrator does.',
      },
      {
        zh: '已报送的单位，点单位名称看报送的每一项、审核提示和经过。考核办只看，不审核。',
        en: 'Of a unit that has sent, its name opens every figure with its remarks and history. The office reads them and decides nothing there.',
      },
      {
        zh: '个别单位要宽限的，点 {collections.unitTable.extend}，写明日期和理由，再点 {collections.extend.submit}。只对这一个单位有效。',
        en: 'To give one unit more time choose {collections.unitTable.extend}, a date and a reason, then {collections.extend.submit}. It holds for that unit alone.',
      },
      {
        zh: '单位申请延期的，任务页上有 {collections.more.title}：同意的点 {collections.more.grant}，日期可改；不同意的点 {collections.more.refuse}，写明理由，单位会看到。',
        en: 'A unit that asks for more time stands under {collections.more.title} on the page of the collection: choose {collections.more.grant} to agree, with another day if need be, or {collections.more.refuse} and a reason, which the unit reads.',
      },
      {
        zh: '报表要带走的点 {collections.detail.xlsx}。收完了点 {collections.detail.close}；结束后不能恢复，未报的不能再报。',
        en: 'Take the table along by {collections.detail.xlsx}. When all is in choose {collections.detail.close}; it cannot be undone, and who has not sent cannot any more.',
      },
    ],
  },
  {
    id: 'reopen',
    title: { zh: '处理重新打开的申请', en: 'Decide a request to reopen' },
    steps: [
      {
        zh: '{access.menu.workbench} 写明 {reporting.toDo.requests} 有几份。打开任务，在 {collections.reopening.title} 看涉及的单位、报告期、现在的数和理由，点 {collections.reopening.decide}。',
        en: 'The {access.menu.workbench} counts {reporting.toDo.requests}. Open the collection and read units, periods, present figures and reason under {collections.reopening.title}, then choose {collections.reopening.decide}.',
      },
      {
        zh: '选 {collections.reopening.grant} 或 {collections.reopening.refuse}，写明理由，点 {collections.reopening.submit}。更正核定之前，页面仍用原来的数。',
        en: 'Choose {collections.reopening.grant} or {collections.reopening.refuse}, say why and choose {collections.reopening.submit}. Until a correction is approved, pages show the old figure.',
      },
    ],
    rules: ['reported'],
  },
  {
    id: 'rules',
    title: { zh: '定审核规则', en: 'Set check rules' },
    steps: [
      {
        zh: '在 {shell.rules} 点 {rules.create}，选 {rules.kind} 和 {rules.severity}，写明规则，先点 {rules.try}，看用历史数据会列出什么，再点 {rules.save}。',
        en: 'Under {shell.rules} choose {rules.create}, a {rules.kind} and a {rules.severity}; choose {rules.try} first to see what past figures it lists, then {rules.save}.',
      },
      {
        zh: '修改从某一天起生效，以前的报告期仍按原规则审核。不用的点 {rules.switchOff}。',
        en: 'A change counts from a day on; earlier periods keep the old rule. To end one choose {rules.switchOff}.',
      },
    ],
  },
];
