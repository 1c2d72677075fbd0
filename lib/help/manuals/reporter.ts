import { unitAppealing } from '@/lib/help/manuals/appealing';
import { unitFollowing } from '@/lib/help/manuals/following-up';
import { unitRunning } from '@/lib/help/manuals/running-year';
import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual } from '@/lib/help/words';

export const reporter: Manual = {
  name: 'reporter',
  roles: ['reporter'],
  title: { zh: '填报员操作手册', en: 'Manual for reporters' },
  forWhom: {
    zh: '给各单位填报数据的人。填报员只填报本单位的数据，不能审核。',
    en: 'For those who report the figures of a unit. A reporter fills in the figures of their own unit and cannot review.',
  },
  minutes: 8,
  sections: [
    signIn,
    {
      id: 'due',
      title: { zh: '看有什么要报', en: 'See what is due' },
      steps: [
        {
          zh: '登录后先看 {access.menu.workbench}：{reporting.toDo.title} 中列出 {reporting.toDo.toFill}、{reporting.toDo.returned}、{reporting.toDo.inReview} 各有多少。',
          en: 'Begin at the {access.menu.workbench}: {reporting.toDo.title} counts what is {reporting.toDo.toFill}, {reporting.toDo.returned} and {reporting.toDo.inReview}.',
        },
        {
          zh: '点左侧 {shell.tasks}，看本单位的全部任务，每项写明 {entry.state}、{entry.progress} 和 {entry.deadline}。',
          en: '{shell.tasks} in the menu lists all that is asked of your unit, with {entry.state}, {entry.progress} and {entry.deadline}.',
        },
        {
          zh: '还没有动过的任务点 {entry.fill}，填了一部分的点 {entry.resume}，有退回的点 {entry.mend}，只看不填的点 {entry.look}。',
          en: 'Choose {entry.fill} for a return not begun, {entry.resume} for a draft, {entry.mend} where figures came back, {entry.look} to read only.',
        },
        {
          zh: '过了截止时间而还在宽限期内的，状态是 {reporting.timeliness.late}，报送后记为 {reporting.timeliness.lateDone}。过了最后期限就不能再填。到期报不了的，在填报表下面用 {entry.more.title}，写明日期和理由；考核办的答复在填报表上方。',
          en: 'After the deadline, within the days of grace, it says {reporting.timeliness.late}, and the return counts as {reporting.timeliness.lateDone}. After the last day nothing can be filled in. If you cannot report in time, use {entry.more.title} below the form, with a day and a reason; the answer of the assessment office stands above the form.',
        },
      ],
    },
    {
      id: 'fill-in',
      title: { zh: '填写报表', en: 'Fill in the form' },
      picture: {
        name: 'reporter-form',
        alt: {
          zh: '填报表：每行一项指标，左边是上期和上年同期，中间填本期数，右边是提示',
          en: 'The form: one indicator a row, the previous period and the year before at the left, the figure to type in the middle, remarks at the right',
        },
      },
      steps: [
        {
          zh: '先读表上方的 {entry.instructions}，再在 {entry.columns.value} 一列逐行填数。旁边的 {entry.columns.previous}、{entry.columns.yearEarlier} 和 {entry.columns.change} 供核对。',
          en: 'Read {entry.instructions} above the table, then type each figure in the column {entry.columns.value}. {entry.columns.previous}, {entry.columns.yearEarlier} and {entry.columns.change} stand beside it to compare with.',
        },
        {
          zh: '回车或 ↓ 到下一行，Tab 到右边一格，Esc 还原。千分位、全角数字、万、亿都认得，读成多少显示在旁边。',
          en: 'Enter or ↓ goes down, Tab to the right, Esc takes back. Thousands separators, full-width digits, 万 and 亿 are understood; how they were read is shown beside.',
        },
        {
          zh: '没有数的不要填 0：无数据填 —，报不出填 {reporting.absences.notReported}，没有此项填 {reporting.absences.notApplicable}。0 就是零。',
          en: 'Do not write 0 for no figure: write — where there is none, {reporting.absences.notReported} (未报) where you cannot report it, {reporting.absences.notApplicable} (不适用) where it does not apply. 0 means zero.',
        },
        {
          zh: '点一行末尾的铅笔，打开 {entry.detail}，填写 {entry.sourceText}、{entry.note}、{entry.explanation}，上传 {entry.evidence}。',
          en: 'The pencil at the end of a row opens {entry.detail}: write {entry.sourceText}, {entry.note} and {entry.explanation}, and attach {entry.evidence}.',
        },
        {
          zh: '可以从 Excel 复制一列，点选起始格后粘贴；核对列出的原内容与新内容后点 {entry.apply}，填错了点 {entry.undo} 或按 Ctrl+Z，Ctrl+Y 重做。',
          en: 'A column copied in Excel can be pasted from the cell you are in; compare before and after, choose {entry.apply}, or {entry.undo} or Ctrl+Z afterwards; Ctrl+Y does it again.',
        },
        {
          zh: '内容会自动保存，也可以点 {entry.save}。同事同时改了同一项的，页面请您选 {entry.keepMine} 或 {entry.takeTheirs}，不会互相覆盖。没有保存成功的内容留在这台电脑上，再打开时可以 {entry.restoreKept}。',
          en: 'What you type is saved by itself, or by {entry.save}. If a colleague changed the same figure, you choose {entry.keepMine} or {entry.takeTheirs}; nothing is overwritten. What could not be saved stays in this browser, to {entry.restoreKept} next time.',
        },
        {
          zh: '要在纸上填的，点 {entry.printBlank}；要留底的，点 {entry.print}。',
          en: 'To fill in on paper choose {entry.printBlank}; to keep a copy choose {entry.print}.',
        },
      ],
    },
    {
      id: 'marks',
      title: { zh: '看懂提示和红色标记', en: 'What the red marks mean' },
      steps: [
        {
          zh: '填数后自动审核，结果在该行的 {entry.columns.remarks}，前面写明等级。',
          en: 'Each figure is checked as you type; what was found stands under {entry.columns.remarks}, its class first.',
        },
        {
          zh: '红色的 {reporting.severities.mandatory}：不改正不能报送。',
          en: '{reporting.severities.mandatory}, in red: it cannot be sent until it is corrected.',
        },
        {
          zh: '{reporting.severities.quasiMandatory} 和 {reporting.severities.query}：先核对。数没有错的，在 {entry.explanation} 写明原因，不少于 6 个字。',
          en: '{reporting.severities.quasiMandatory} and {reporting.severities.query}: check it first. If the figure is right, say why under {entry.explanation}, in at least 6 characters.',
        },
        {
          zh: '{reporting.severities.notice}：供参考，不影响报送。',
          en: '{reporting.severities.notice}: for your information; it does not stop the return.',
        },
        {
          zh: '每条规则写了什么、哪天起用，见 {shell.rules}。',
          en: 'What each rule says and since when is under {shell.rules}.',
        },
      ],
    },
    {
      id: 'excel',
      title: { zh: '用 Excel 填报', en: 'Fill in with Excel' },
      steps: [
        {
          zh: '在填报任务中点 {entry.import}，进入 {imports.title}，选定任务后点 {imports.start.templateXlsx}。',
          en: 'Choose {entry.import} at the return. On the page {imports.title} choose the collection and {imports.start.templateXlsx}.',
        },
        {
          zh: '模板已填好单位、报告期和指标代码。只填 {imports.columns.value}、{imports.columns.qualifier}、{imports.columns.yoy}、{imports.columns.source}、{imports.columns.note}、{imports.columns.explanation} 各列，不增删行，不改代码。',
          en: 'Unit, period and codes are in the template. Fill in only {imports.columns.value}, {imports.columns.qualifier}, {imports.columns.yoy}, {imports.columns.source}, {imports.columns.note} and {imports.columns.explanation}; add no rows and change no codes.',
        },
        {
          zh: '上传后的预览写明模板的下载时间；下载之后任务不再要、新要的数据和改了的计量单位、指标解释，也逐项列出。',
          en: 'The preview says when the template was downloaded, and names what changed since: figures no longer or newly asked, units of measure, definitions.',
        },
        {
          zh: '保存为 .xlsx，回到这一页选择文件，点 {imports.start.submit}。这一步只是预览，不改动任何数据。',
          en: 'Save as .xlsx, choose the file on the same page and choose {imports.start.submit}. This is a preview; nothing changes yet.',
        },
        {
          zh: '逐行核对 {imports.kinds.added}、{imports.kinds.changed}、{imports.kinds.unchanged}、{imports.kinds.faulty}。有错的点 {imports.preview.marked}，按文件里的说明改好，再点 {imports.preview.another}。',
          en: 'Look through the rows: {imports.kinds.added}, {imports.kinds.changed}, {imports.kinds.unchanged}, {imports.kinds.faulty}. If some are wrong, choose {imports.preview.marked}, mend them, then {imports.preview.another}.',
        },
        {
          zh: '手头的表不是模板样子的，点 {mapping.menu}，照原样上传，看清各列是什么，选任务后点 {mapping.fill.submit}，再照下面写入。只带入本单位、任务里有的数；认好的表可以 {mapping.kept.keepSubmit}，下个月直接套用。',
          en: 'For a sheet that is not the template use {mapping.menu}: upload it as it is, see what its columns are, choose the collection and {mapping.fill.submit}, then commit it as below. Only figures of your unit that are asked for come along; {mapping.kept.keepSubmit} what was said for the next month.',
        },
        {
          zh: '没有错误时才能写入，要么全部写入，要么一项也不写。写错了，报送之前可以点 {imports.preview.undo}。',
          en: 'Only a file without errors can be committed, whole or not at all. Until the return is sent you can choose {imports.preview.undo}.',
        },
        {
          zh: '写入后仍是草稿，还要按下一节报送。',
          en: 'What was committed is still a draft; send it as the next section says.',
        },
      ],
    },
    {
      id: 'send',
      title: { zh: '核对并报送', en: 'Check and send' },
      steps: [
        {
          zh: '在填报表点 {entry.toSubmit}。',
          en: 'Choose {entry.toSubmit} at the form.',
        },
        {
          zh: '看 {entry.summary}：报了几项，几项未报、不适用，哪些较上期变动超过 30%。',
          en: 'Read {entry.summary}: how many figures are sent, how many are not reported or do not apply, and which changed by more than 30%.',
        },
        {
          zh: '逐条看 {entry.findings}：要说明的就在旁边写，点 {entry.saveExplanations}；要改的点指标名称，或点 {entry.backToForm}。',
          en: 'Go through {entry.findings}: write what is to be explained beside it and choose {entry.saveExplanations}; to change something choose the name of the figure, or {entry.backToForm}.',
        },
        {
          zh: '无误后点 {entry.submit}，数据进入审核，不能再改。',
          en: 'When all is right choose {entry.submit}. The return goes to review and is closed to you.',
        },
      ],
    },
    {
      id: 'withdraw',
      title: { zh: '报送后想改', en: 'Change your mind after sending' },
      steps: [
        {
          zh: '审核人作出第一个决定之前，打开这份填报，点 {entry.withdraw}，改好后重新报送。',
          en: 'Until the reviewer makes the first decision, open the return and choose {entry.withdraw}; correct it and send it again.',
        },
        {
          zh: '审核已经开始的，不能撤回；请联系审核人退回，或用 {entry.reopenTitle}。',
          en: 'Once review has begun it cannot be withdrawn; ask the reviewer to return it, or use {entry.reopenTitle}.',
        },
        {
          zh: '已经核定的，用 {entry.reopenTitle}：选择要更正的项目，写明 {entry.reopenReason}，点 {entry.reopen}，由考核办决定。重新核定之前仍以原数为准。',
          en: 'For an approved figure use {entry.reopenTitle}: choose the figures, give the {entry.reopenReason} and choose {entry.reopen}. The assessment office decides; until a new approval the old figure counts.',
        },
      ],
      rules: ['published'],
    },
    {
      id: 'returned',
      title: { zh: '被退回怎么办', en: 'When figures are returned' },
      steps: [
        {
          zh: '{access.menu.workbench} 的 {reporting.toDo.returnedWhy} 列出退回的数据和理由；点 {entry.mend} 打开。',
          en: 'The {access.menu.workbench} lists them under {reporting.toDo.returnedWhy}; open them with {entry.mend}.',
        },
        {
          zh: '只改退回的各项，或写明情况，其余各项不受影响。改好后再点 {entry.toSubmit}。',
          en: 'Mend the returned figures only, or explain them; the others go on. Then choose {entry.toSubmit} again.',
        },
        {
          zh: '审核人另记了 {review.verified} 的，您报的数仍在，旁边写明核定数和理由；核定数取消了，或者这个数退回了，就不再显示。',
          en: 'Where a reviewer recorded a {review.verified}, your own figure stays, with theirs and the reason beside it, until it is taken back or the figure is returned.',
        },
      ],
      rules: ['reported'],
    },
    {
      id: 'published',
      title: { zh: '查已经公布的数', en: 'Find what was published' },
      steps: [
        {
          zh: '本单位的全部数据在 {access.menu.workbench} 点 {access.workbench.openUnit}，或从 {shell.units} 查找。',
          en: 'For all figures of your unit choose {access.workbench.openUnit} at the {access.menu.workbench}, or find it under {shell.units}.',
        },
        {
          zh: '一个数什么时候、为什么改过，见 {shell.revisions}。旧数不删。',
          en: 'When and why a figure changed is under {shell.revisions}. Old values are kept.',
        },
        {
          zh: '考核结果见 {shell.rankings}；点 {rankings.items.why}，看公式、代入的数和数据来源。',
          en: 'The results of assessments are under {shell.rankings}; {rankings.items.why} shows the formula, its numbers and their sources.',
        },
      ],
      rules: ['published', 'arithmetic'],
    },
    ...unitFollowing,
    ...unitAppealing,
    ...unitRunning,
  ],
};
