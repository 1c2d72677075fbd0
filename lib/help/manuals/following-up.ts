import type { ManualSection } from '@/lib/help/words';

/** How the office raises, assigns, checks and closes follow-ups. */
export const officeFollowing: readonly ManualSection[] = [
  {
    id: 'follow-ups',
    title: { zh: '督办：立项、交办、复核、销号', en: 'Follow-ups: raise, assign, check, close' },
    steps: [
      {
        zh: '在一盏灯、一个数或一张得分表上点 {followUps.fromHere}，或在 {shell.followUps} 点 {followUps.raise}；领导批示下点 {followUps.remarks.raise}，不需要的点 {followUps.remarks.answer} 并写明理由。填写 {followUps.forms.matter}、{followUps.forms.unit} 和 {followUps.forms.dueOn}。',
        en: 'At a lamp, a figure or a score card choose {followUps.fromHere}, or {followUps.raise} under {shell.followUps}; below a leader’s remark {followUps.remarks.raise}, or {followUps.remarks.answer} with a reason. Fill in {followUps.forms.matter}, {followUps.forms.unit} and {followUps.forms.dueOn}.',
      },
      {
        zh: '需要的话填写 {followUps.forms.condition}：数据达到时写明哪一期、哪一天，仍由人 {followUps.forms.close}。没有达到也要销号的，须勾选并说明理由。',
        en: 'If you like, fill in {followUps.forms.condition}: once a figure meets it, the period and the day are shown, and a person still has to {followUps.forms.close} it. To close it all the same takes a tick and a reason.',
      },
      {
        zh: '核对后点 {followUps.forms.assign}，责任单位这时才看得到。交办之前可以 {followUps.forms.edit}。',
        en: 'Check it and choose {followUps.forms.assign}; its unit sees it only then. Before that you can {followUps.forms.edit}.',
      },
      {
        zh: '{access.menu.workbench} 列出 {followUps.work.toCheck}、{followUps.work.extensions} 和 {followUps.work.overdue} 的。点 {followUps.forms.check}，再 {followUps.forms.close} 或 {followUps.forms.sendBack}；提交反馈的人不能复核。',
        en: 'The {access.menu.workbench} counts {followUps.work.toCheck}, {followUps.work.extensions} and {followUps.work.overdue}. Choose {followUps.forms.check}, then {followUps.forms.close} or {followUps.forms.sendBack}; who reported cannot check.',
      },
      {
        zh: '同一责任单位的两项可以 {followUps.forms.merge}，两边的经过都保留；责任变了的，用 {followUps.forms.transfer}。立错了的，签收之前可以 {followUps.forms.drop}，写明理由，编号和经过都保留。',
        en: 'Two of one unit can be joined by {followUps.forms.merge}, and both histories stay; for another unit choose {followUps.forms.transfer}. One raised by mistake: {followUps.forms.drop}, with a reason, until a unit has signed for it; its number and history stay.',
      },
    ],
  },
];

/** How a unit answers to its follow-ups. */
export const unitFollowing: readonly ManualSection[] = [
  {
    id: 'follow-ups',
    title: { zh: '办理督办事项', en: 'Answer to follow-ups' },
    steps: [
      {
        zh: '{access.menu.workbench} 写明 {followUps.work.toSign}、{followUps.work.inThree}、{followUps.work.inOne} 和 {followUps.work.overdue} 的；打开一项，点 {followUps.forms.sign}。',
        en: 'The {access.menu.workbench} counts those {followUps.work.toSign}, {followUps.work.inThree}, {followUps.work.inOne} and {followUps.work.overdue}; open one and choose {followUps.forms.sign}.',
      },
      {
        zh: '填写 {followUps.forms.measures}，随时 {followUps.forms.addNote}，把 {followUps.forms.file} 上传。期限不够的，点 {followUps.forms.askExtension}。',
        en: 'Fill in {followUps.forms.measures}, {followUps.forms.addNote} at any time and upload {followUps.forms.file}. If the time is too short, choose {followUps.forms.askExtension}.',
      },
      {
        zh: '办完后写明 {followUps.forms.report}，点 {followUps.forms.sendReport}。被退回的，理由写在 {followUps.page.history} 里，改好再反馈。',
        en: 'When it is settled, fill in {followUps.forms.report} and choose {followUps.forms.sendReport}. If it is sent back, the reason stands in the {followUps.page.history}; mend it and report again.',
      },
    ],
  },
];

/** How a leader writes remarks and sees how far matters are. */
export const leaderFollowing: readonly ManualSection[] = [
  {
    id: 'follow-ups',
    title: { zh: '批示与督办', en: 'Remarks and follow-ups' },
    steps: [
      {
        zh: '在 {access.menu.workbench} 每一行后面，或在灯、数据、得分、督办和通报的页面上，点 {followUps.remarks.open}，写好后点 {followUps.remarks.send}。考核办据此立项，或说明理由；结果列在 {followUps.remarks.own.title}。',
        en: 'Beside each line of the {access.menu.workbench}, or on the page of a lamp, figure, score, follow-up or report, choose {followUps.remarks.open} and then {followUps.remarks.send}. The office raises a follow-up from it or says why not; {followUps.remarks.own.title} shows what became of it.',
      },
      {
        zh: '{shell.followUps} 列出全部事项，可以按 {followUps.filters.unit}、{followUps.filters.due} 和 {followUps.filters.origin} 筛选；点 {followUps.views.board} 按状态看。',
        en: '{shell.followUps} lists all of them, by {followUps.filters.unit}, {followUps.filters.due} and {followUps.filters.origin}; {followUps.views.board} shows them by state.',
      },
    ],
  },
];
