import { officeAppealing } from '@/lib/help/manuals/appealing';
import { composing, displaying } from '@/lib/help/manuals/boards';
import { citing, documenting } from '@/lib/help/manuals/citing';
import { officeFollowing } from '@/lib/help/manuals/following-up';
import { cataloguing } from '@/lib/help/manuals/office-catalogue';
import { collecting } from '@/lib/help/manuals/office-collecting';
import { lampKeeping } from '@/lib/help/manuals/office-lamps';
import { targetSetting } from '@/lib/help/manuals/office-targets';
import { officeRunning } from '@/lib/help/manuals/running-year';
import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual, ManualSection } from '@/lib/help/words';

const assessing: readonly ManualSection[] = [
  {
    id: 'scheme',
    title: { zh: '拟定考核方案', en: 'Design a scheme' },
    steps: [
      {
        zh: '在 {shell.schemes} 点 {schemes.create}：从空白开始，或在 {schemes.new.copyOf} 中选一个，点 {schemes.new.submit}。已有文件的点 {schemes.import}。',
        en: 'Under {shell.schemes} choose {schemes.create}: begin with nothing or choose one under {schemes.new.copyOf}, then {schemes.new.submit}. If you have a file, choose {schemes.import}.',
      },
      {
        zh: '点 {schemes.page.edit}，依次填写 {schemes.design.sections.basics}、{schemes.design.sections.tree}、{schemes.design.sections.rules}、{schemes.design.sections.grades}、{schemes.design.sections.vetoes}、{schemes.design.sections.units}。',
        en: 'Choose {schemes.page.edit} and fill in {schemes.design.sections.basics}, {schemes.design.sections.tree}, {schemes.design.sections.rules}, {schemes.design.sections.grades}, {schemes.design.sections.vetoes} and {schemes.design.sections.units}.',
      },
      {
        zh: '每项指标选定 {schemes.design.direction}、{schemes.design.method}，写明 {schemes.design.article}；{schemes.design.curve} 画出多少数得多少分。权重合计不对的，页面立即写明。',
        en: 'For each indicator choose {schemes.design.direction} and {schemes.design.method} and name the {schemes.design.article}; {schemes.design.curve} draws which value earns which score. A wrong sum of weights is said at once.',
      },
      {
        zh: '{schemes.checks.title} 分两种：{schemes.checks.fault} 的改正后才能发布，{schemes.checks.warning} 的请留意。',
        en: '{schemes.checks.title} knows two kinds: {schemes.checks.fault} blocks publication, {schemes.checks.warning} does not.',
      },
      {
        zh: '由另一人在方案页点 {schemes.page.publish}，最后编辑的人不能发布。发布后要改，点 {schemes.page.revise}。',
        en: 'Somebody else chooses {schemes.page.publish} on the page of the scheme; who edited it last cannot. To change it afterwards choose {schemes.page.revise}.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'ledger',
    title: { zh: '登记加减分台账', en: 'Keep the ledger' },
    steps: [
      {
        zh: '在 {shell.ledger} 点 {ledger.record}，选方案、报告期和类别：{ledger.kinds.bonus}、{ledger.kinds.deduction}、{ledger.kinds.veto}、{ledger.kinds.score}、{ledger.kinds.notApplicable}。',
        en: 'Under {shell.ledger} choose {ledger.record}, then scheme, period and kind: {ledger.kinds.bonus}, {ledger.kinds.deduction}, {ledger.kinds.veto}, {ledger.kinds.score} or {ledger.kinds.notApplicable}.',
      },
      {
        zh: '写明 {ledger.reason} 和 {ledger.form.evidence}。同一事件的几条扣分写同一事件编号，避免重复扣分。',
        en: 'Give the {ledger.reason} and the {ledger.form.evidence}. Deductions for one incident carry one incident number, so that it is not counted twice.',
      },
      {
        zh: '逐步推进：{ledger.states.provisional}、{ledger.states.proposed}、{ledger.states.reviewed}、{ledger.states.confirmed}。等您办理的在 {access.menu.workbench} 的 {ledger.work.title}。登记人不能复核、确定自己的记录；只有 {ledger.states.confirmed} 的计入发布的结果。',
        en: 'It goes step by step: {ledger.states.provisional}, {ledger.states.proposed}, {ledger.states.reviewed}, {ledger.states.confirmed}. What waits for you is under {ledger.work.title} at the {access.menu.workbench}. Nobody checks or confirms their own entry; only {ledger.states.confirmed} counts in what is published.',
      },
      {
        zh: '记错了的，点 {ledger.steps.revoke} 并写明理由。记录不删除，已发布的结果不变。',
        en: 'To take one back choose {ledger.steps.revoke} and say why. It is not deleted, and published results stay.',
      },
    ],
  },
  {
    id: 'trial',
    title: { zh: '试算', en: 'Compute a trial run' },
    picture: {
      name: 'office-run',
      alt: {
        zh: '一次核算：左边是结果，右边是经办和核算条件',
        en: 'A run: its result at the left, who did what and the conditions at the right',
      },
    },
    steps: [
      {
        zh: '在 {shell.runs} 点 {runs.compute}，选方案和报告期，点 {runs.form.submit}。试算可以重复，不影响已发布的结果。',
        en: 'Under {shell.runs} choose {runs.compute}, a scheme and a period, then {runs.form.submit}. Trials can be repeated and touch nothing published.',
      },
      {
        zh: '方案与数据在试算时冻结。{runs.table.title} 列出得分、位次、等次；{runs.notes.title} 写明并列、缺数、约界值和取整。',
        en: 'Scheme and figures are frozen with it. {runs.table.title} lists scores, places and grades; {runs.notes.title} says the ties, gaps, bounds and rounding.',
      },
      {
        zh: '之后数据又有修订的，{runs.changes.title} 一节列出按今天的数据会变什么。这只作提示，不改动这次核算。',
        en: 'If figures were revised since, the section {runs.changes.title} says what would change. It changes nothing in this run.',
      },
      {
        zh: '不用的试算点 {runs.measures.discard}。',
        en: 'A trial of no use is taken away by {runs.measures.discard}.',
      },
    ],
    rules: ['arithmetic'],
  },
  {
    id: 'what-if',
    title: { zh: '推演与位次稳定性', en: 'What if, and how firm' },
    steps: [
      {
        zh: '在 {shell.sensitivity} 的 {sensitivity.tabWhatIf} 页调整 {sensitivity.weights} 或 {sensitivity.figure}，点 {sensitivity.apply}，看位次怎样变。觉得合适的，可以 {sensitivity.save}。',
        en: 'Under {shell.sensitivity}, {sensitivity.tabWhatIf}, change {sensitivity.weights} or {sensitivity.figure} and choose {sensitivity.apply}. If it convinces you, {sensitivity.save}.',
      },
      {
        zh: '在 {sensitivity.tabRobustness} 页点 {sensitivity.analyse}，看 {sensitivity.intervals}、{sensitivity.withoutItem} 和 {sensitivity.nearTies}。',
        en: 'Under {sensitivity.tabRobustness} choose {sensitivity.analyse} and read {sensitivity.intervals}, {sensitivity.withoutItem} and {sensitivity.nearTies}.',
      },
      {
        zh: '{sensitivity.tabWeights} 列出等权、熵权法、CRITIC 法和层次分析法的权重，只作参考。',
        en: '{sensitivity.tabWeights} sets equal, entropy, CRITIC and pairwise weights beside your own, for reference only.',
      },
    ],
  },
  {
    id: 'approve-and-publish',
    title: { zh: '审定与发布：由两个人办', en: 'Approve and publish: two people' },
    steps: [
      {
        zh: '待办的核算在 {access.menu.workbench} 的 {runs.work.title}。审定人打开核算，看过结果与说明，点 {runs.measures.approve}。核算人不能审定自己的核算。',
        en: 'What waits is under {runs.work.title} at the {access.menu.workbench}. Open the run, read result and notes, choose {runs.measures.approve}. Who computed it cannot.',
      },
      {
        zh: '缺数据、缺目标值、没有评分的，按单位逐项列在按钮上面；每一类写明{runs.gaps.reason}，才能审定和发布。理由公开列在位次表下面。',
        en: 'Missing figures, targets and scores by hand are listed by unit above the button; give each kind a {runs.gaps.reason}. It stands publicly under the ranking.',
      },
      {
        zh: '再由审定人以外的人点 {runs.measures.publish}。系统先按冻结的数据重算一遍，一致才发布。',
        en: 'Then somebody other than who approved chooses {runs.measures.publish}. The product computes it once more from the frozen figures and publishes only if the result is the same.',
      },
      {
        zh: '有“多、余、以上”等约界值的，须先核实，勾选 {runs.measures.boundsConfirmed}，再发布。',
        en: 'Where figures are bounds (over, more than), verify them first and tick {runs.measures.boundsConfirmed}.',
      },
      {
        zh: '发布后，所有人在 {shell.rankings} 看到结果；同一期已发布过的，原结果标为 {rankings.states.superseded}，内容保留。',
        en: 'Everybody then reads it under {shell.rankings}; an earlier result of the period is marked {rankings.states.superseded} and kept.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'bulletins',
    title: { zh: '印发通报文件', en: 'Issue documents' },
    steps: [
      {
        zh: '在已发布的核算页、监测通报、单位得分页或已确认的提醒函点 {bulletins.create}，写 {bulletins.organ}、{bulletins.word}。系统按规则写出文字和附件，每个数都引自来源。',
        en: 'On the page of a published run or report, of a unit’s score or of a confirmed reminder choose {bulletins.create}; give {bulletins.organ} and {bulletins.word}. Rules write the text and the annexes; every number is taken from the source.',
      },
      {
        zh: '文字可在 {bulletins.edit} 里改。数不能手写：用花括号引用，写法见 {bulletins.marks}。',
        en: 'Change the words under {bulletins.edit}. Numbers are not typed: braces take them from the source, as {bulletins.marks} shows.',
      },
      {
        zh: '由另一人点 {bulletins.check}，再点 {bulletins.issue}，文号自动编。印发后可点 {bulletins.download} 或 {bulletins.print}。',
        en: 'Another person chooses {bulletins.check}; then {bulletins.issue} gives the number. Afterwards there are {bulletins.download} and {bulletins.print}.',
      },
      {
        zh: '印发的不能改。有错的，点 {bulletins.correct}：新的一份写明更正哪一份。',
        en: 'What is issued stays. If it is wrong, {bulletins.correct}: the new one says which one it corrects.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'never',
    title: { zh: '什么永远不能改', en: 'What can never be changed' },
    steps: [
      {
        zh: '已发布的核算和方案版本：不能改，不能删，只能由新的核算、新的版本取代。',
        en: 'A published run or version of a scheme: not edited, not deleted, only replaced by a new one.',
      },
      {
        zh: '单位报送的数：考核办和审核人都不能代填、代改。',
        en: 'A figure that a unit reported: neither the office nor a reviewer fills it in or edits it.',
      },
      {
        zh: '旧数和操作记录：每次修订、每步办理都留存，见 {shell.revisions}。',
        en: 'Old values and the record of what was done: each is kept, see {shell.revisions}.',
      },
    ],
    rules: ['reported', 'published', 'arithmetic'],
  },
];

export const office: Manual = {
  name: 'office',
  roles: ['assessmentOffice'],
  title: { zh: '考核办操作手册', en: 'Manual for the assessment office' },
  forWhom: {
    zh: '给考核办：收数、定方案、核算、报请发布。发布方案和结果须由两个人先后办理，请备两个账号。',
    en: 'For the assessment office, which collects figures, designs schemes, computes and publishes. Publishing takes two people, so have two accounts.',
  },
  minutes: 15,
  sections: [
    signIn,
    ...cataloguing,
    documenting,
    citing,
    ...collecting,
    ...targetSetting,
    ...lampKeeping,
    ...officeFollowing,
    ...officeRunning,
    ...officeAppealing,
    ...assessing,
    composing,
    displaying,
  ],
};
