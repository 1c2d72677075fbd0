import { unitAppealing } from '@/lib/help/manuals/appealing';
import { citing } from '@/lib/help/manuals/citing';
import { unitFollowing } from '@/lib/help/manuals/following-up';
import { unitRunning } from '@/lib/help/manuals/running-year';
import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual } from '@/lib/help/words';

export const reviewer: Manual = {
  name: 'reviewer',
  roles: ['unitReviewer', 'departmentReviewer'],
  title: { zh: '审核人操作手册', en: 'Manual for reviewers' },
  forWhom: {
    zh: '给单位审核人和部门审核人。单位审核人审核本单位报送的数据；部门审核人审核本部门负责的指标，跨各单位。',
    en: 'For reviewers of a unit and of a department. The first review what their own unit sent; the second review the indicators of their department, across units.',
  },
  minutes: 6,
  sections: [
    signIn,
    {
      id: 'queue',
      title: { zh: '看有什么要审', en: 'See what waits' },
      steps: [
        {
          zh: '点左侧 {shell.review}。{review.waitingTab} 按任务和单位列出归您审核的数据，写明 {review.waiting}、{review.flags} 和 {review.due}。',
          en: 'Choose {shell.review} in the menu. {review.waitingTab} lists what is yours, by collection and unit, with {review.waiting}, {review.flags} and {review.due}.',
        },
        {
          zh: '任务多时，用上方的 {review.collection}、{review.unit}、{review.department} 筛选。',
          en: 'If there is much, choose by {review.collection}, {review.unit} or {review.department}.',
        },
        {
          zh: '一个指标要跨单位看的，用 {review.byIndicatorTab}：同一指标、同一报告期各单位的数放在一张表里，在这里也可以通过或退回。',
          en: 'To see an indicator over all units use {review.byIndicatorTab}: the figures of one period stand in one table, and can be decided there.',
        },
        {
          zh: '处理过的在 {review.decidedTab}，最近 20 次。',
          en: 'What you decided is under {review.decidedTab}, the last 20 times.',
        },
        {
          zh: '审核程序由考核办在开设任务时定：可以只有一级，也可以先 {reporting.reviewLevels.unitReviewer} 后 {reporting.reviewLevels.departmentReviewer}。自己报送的数据不能由自己审核。',
          en: 'The assessment office sets the chain when it opens the collection: one level, or {reporting.reviewLevels.unitReviewer} and then {reporting.reviewLevels.departmentReviewer}. Nobody reviews what they sent themselves.',
        },
      ],
    },
    {
      id: 'look',
      title: { zh: '逐项核对', en: 'Look at each figure' },
      picture: {
        name: 'reviewer-return',
        alt: {
          zh: '审核页：左边是数据一览，右边是一项数据的对照、提示和审核决定',
          en: 'The review: all figures at the left, one figure with its comparison, remarks and decision at the right',
        },
      },
      steps: [
        {
          zh: '打开一份填报，{review.figures} 中有审核提示的排在前面。点一项，看 {review.details}。',
          en: 'Open a return. In {review.figures} those with remarks come first. Choose one and read {review.details}.',
        },
        {
          zh: '{review.compared} 把报送数与上期、上年同期、{review.target} 放在一起；{review.course} 看走势。',
          en: '{review.compared} sets the reported figure beside the previous period, the year before and the {review.target}; {review.course} shows its course.',
        },
        {
          zh: '再看 {review.found}、{review.explanation}、{review.source} 和 {review.evidence}。',
          en: 'Then read {review.found}, {review.explanation}, {review.source} and {review.evidence}.',
        },
        {
          zh: '{review.history} 列出这个数报送、退回、通过的每一步。',
          en: '{review.history} lists each step: sent, returned, approved.',
        },
      ],
    },
    {
      id: 'approve',
      title: { zh: '通过', en: 'Approve' },
      steps: [
        {
          zh: '核对无误，点 {review.approve}。还有下一级审核的，转下一级；您是最后一级的，即为核定，页面上改用这个数，不能撤回，所以先问一次：点“确定通过”，或再按一次 A。',
          en: 'When it is right choose {review.approve}. It goes on to the next level; at the last level it is published and cannot be taken back, so you are asked first: choose “Yes, approve”, or press A again.',
        },
        {
          zh: '转下一级或退回点错了的，10 秒内可以撤销；其间已有别人处理的，不能撤销。',
          en: 'What you passed on or returned by mistake can be taken back within ten seconds, unless somebody has acted on it.',
        },
        {
          zh: '没有提示的数据可以成批通过：勾选后点 {review.approveSelected}。有审核提示的须逐项核对，不能批量通过。',
          en: 'Figures without remarks can be approved together: tick them and choose {review.approveSelected}. Those with remarks must be looked at one by one.',
        },
      ],
    },
    {
      id: 'return',
      title: { zh: '退回', en: 'Return' },
      steps: [
        {
          zh: '数有问题的，在 {review.reason} 写明问题和要求，或从 {review.phrase} 选用一句，点 {review.giveBack}。填报员会看到理由。',
          en: 'If something is wrong, write it under {review.reason}, or take one of the {review.phrase}, and choose {review.giveBack}. The reporter reads your reason.',
        },
        {
          zh: '本月数与累计数、合计与分项等互相核对的，列在 {review.returnTogether}，可一并退回：只改其中一项，二者会对不上。',
          en: 'Figures that must agree, such as month and year to date or a total and its parts, are listed under {review.returnTogether}: a correction of one alone leaves them apart.',
        },
        {
          zh: '只退回有问题的各项，其余继续审核。几项同样的问题，勾选后点 {review.returnSelected}。',
          en: 'Only the faulty figures go back; the others go on. For several with the same fault tick them and choose {review.returnSelected}.',
        },
      ],
      rules: ['reported'],
    },
    {
      id: 'verify',
      title: { zh: '另记核定数', en: 'Record a verified value' },
      steps: [
        {
          zh: '已经查明应是另一个数的，点 {review.verifyOpen}：填写核定数和 {review.because}，再点 {review.verify}。',
          en: 'If you have established another value, choose {review.verifyOpen} fill in the value and {review.because}, then choose {review.verify}.',
        },
        {
          zh: '报送数保持不变，核定数记在旁边，也要经过审核规则：违反强制规则的不能通过，须说明的要写明理由。记了以后还须点 {review.approve}。',
          en: 'The reported figure stays; yours stands beside it and is checked by the same rules: one that breaks a mandatory rule cannot be approved, others ask for a reason. You still have to choose {review.approve}.',
        },
        {
          zh: '报送的同比不随核定数公布；要公布同比的，一并填写核定数的同比。',
          en: 'The growth as reported is not published with your value; to publish one, fill in that of your value.',
        },
        {
          zh: '记错了的，填回报送数，即取消已记的核定数。',
          en: 'To take it back, fill in the reported figure again.',
        },
      ],
      rules: ['reported'],
    },
    {
      id: 'keys',
      title: { zh: '用键盘审核', en: 'Review by keyboard' },
      steps: [
        {
          zh: 'J 或 ↓：{review.keyHelp.next}；K 或 ↑：{review.keyHelp.previous}。',
          en: 'J or ↓: {review.keyHelp.next}. K or ↑: {review.keyHelp.previous}.',
        },
        {
          zh: 'A：{review.keyHelp.approve}；R：{review.keyHelp.giveBack}；X 或空格：{review.keyHelp.select}。',
          en: 'A: {review.keyHelp.approve}. R: {review.keyHelp.giveBack}. X or space: {review.keyHelp.select}.',
        },
        {
          zh: '?：{review.keyHelp.help}。不想用的，取消 {review.keysOn}。',
          en: '?: {review.keyHelp.help}. To do without, untick {review.keysOn}.',
        },
      ],
    },
    {
      id: 'targets',
      title: { zh: '答复本单位的目标', en: 'Answer the targets of your unit' },
      steps: [
        {
          zh: '考核办下达目标后，{access.menu.workbench} 有提示。单位审核和填报员在 {shell.ownTargets} 中逐项 {targets.mine.confirm}，或在 {targets.mine.disputeFold} 下写明理由。',
          en: 'The {access.menu.workbench} tells when targets are issued. A unit’s reviewer or reporter chooses {targets.mine.confirm} under {shell.ownTargets}, or gives a reason under {targets.mine.disputeFold}.',
        },
      ],
    },
    {
      id: 'reopen',
      title: { zh: '核定以后发现有误', en: 'A fault found after approval' },
      steps: [
        {
          zh: '打开该项，用 {review.reopen}，写明 {review.reopenReason}，点 {review.reopenAsk}，由考核办决定。',
          en: 'Open the figure, use {review.reopen}, give the {review.reopenReason} and choose {review.reopenAsk}. The assessment office decides.',
        },
        {
          zh: '同意以后由填报员更正、重新审核；新的核定之前，仍用现在的数。',
          en: 'Once granted the reporter corrects it and it is reviewed again; until then the present figure counts.',
        },
      ],
      rules: ['published'],
    },
    citing,
    ...unitFollowing,
    ...unitAppealing,
    ...unitRunning,
  ],
};
