import { composing } from '@/lib/help/manuals/boards';
import { leaderFollowing } from '@/lib/help/manuals/following-up';
import { leaderRunning } from '@/lib/help/manuals/running-year';
import { signIn } from '@/lib/help/manuals/sign-in';
import type { Manual } from '@/lib/help/words';

export const leader: Manual = {
  name: 'leader',
  roles: ['leader'],
  title: { zh: '领导阅读手册', en: 'Manual for leaders' },
  forWhom: {
    zh: '给看数、看位次、看进度的领导。只看，不填报、不审核、不改动。',
    en: 'For leaders who read figures, places and progress. They read; they report, review and change nothing.',
  },
  minutes: 5,
  sections: [
    signIn,
    {
      id: 'overview',
      title: { zh: '先看总览', en: 'Begin with the overview' },
      steps: [
        {
          zh: '{shell.overview} 列出主要指标的最新一期、位次和走势。手机上同样可看。',
          en: '{shell.overview} shows the newest figures, places and courses. It reads as well on a telephone.',
        },
        {
          zh: '数照来源所印。点数后的脚注，看原句；再点 {figures.openSource}，看该文件引出的全部数据。',
          en: 'Figures are as their sources print them. Choose the mark after one to read the sentence, then {figures.openSource}.',
        },
        {
          zh: '找一项指标、一个单位、一份文件、一次排名、一份通报或一件督办，用上方的 {shell.search}，或按 Ctrl K；只记得一个数的，直接输入数字。',
          en: 'To find an indicator, a unit, a document, a ranking, a report or a follow-up use {shell.search} at the top, or Ctrl K; a figure is found by its digits too.',
        },
      ],
    },
    {
      id: 'start',
      title: { zh: '登录后第一眼', en: 'What you see first' },
      steps: [
        {
          zh: '{access.workbench.title} 先写 {leading.turns.title}：哪些新转红、哪些仍红、哪些不再是红灯，理由和责任单位写在下面，点名称看全年经过。',
          en: '{access.workbench.title} begins with {leading.turns.title}: what turned red, what stayed so and what is red no more, with the reason and who answers; choose one for its year.',
        },
        {
          zh: '{leading.gaps.title} 与第一名比，点一条看分数怎样算出；{leading.late.title} 列出逾期未报的单位；{leading.published.title} 列出新发布的排名。',
          en: '{leading.gaps.title} compares with the first, each line leading to its working; {leading.late.title} names the overdue units; {leading.published.title} lists the newest rankings.',
        },
      ],
    },
    {
      id: 'lamps',
      title: { zh: '看红黄绿灯', en: 'Read the lamps' },
      steps: [
        {
          zh: '点左侧 {shell.lamps}，选序列和月份。{lamps.colours.red}、{lamps.colours.yellow}、{lamps.colours.green} 之外都写明字和理由；{lamps.listTitle} 从最重的列起。',
          en: 'Choose {shell.lamps} in the menu, then a group and a month. Beside {lamps.colours.red}, {lamps.colours.yellow} or {lamps.colours.green} stand a word and a reason; {lamps.listTitle} begins with the worst.',
        },
        {
          zh: '点一盏灯，看这项指标全年的应达与实为、差多少、{lamps.page.pace}，以及 {lamps.page.forecast} 和推算办法。',
          en: 'Choose a lamp for the year of that indicator: expected and actual, the gap, what it must bring ({lamps.page.pace}), and the {lamps.page.forecast} with its method.',
        },
        {
          zh: '红灯追上后转黄，经过保留。通报过的灯不再改动；此后的修订另存一版，两版并列。',
          en: 'A red lamp that is caught up turns yellow and its history stays. What was told is never changed; a later revision stands beside it.',
        },
      ],
    },
    {
      id: 'ranking',
      title: { zh: '看排名通报', en: 'Read a ranking' },
      picture: {
        name: 'leader-ranking',
        alt: {
          zh: '排名通报：各单位的位次、较上期、总分、各部分得分和等次',
          en: 'A ranking: place, change, total, the score of each part and the grade of every unit',
        },
      },
      steps: [
        {
          zh: '点左侧 {shell.rankings}，在 {rankings.chooser.scheme} 和 {rankings.chooser.period} 中选择。',
          en: 'Choose {shell.rankings} in the menu, then {rankings.chooser.scheme} and {rankings.chooser.period}.',
        },
        {
          zh: '{rankings.columns.change} 看进退，{rankings.columns.toBefore} 和 {rankings.columns.toFirst} 看差距。并列的位次相同，下一位顺延。',
          en: '{rankings.columns.change} says who moved; {rankings.columns.toBefore} and {rankings.columns.toFirst} say how far apart they are. Equal totals share a place and the next is skipped.',
        },
        {
          zh: '换一种看法：{rankings.views.heat} 看各项强弱，{rankings.views.course} 看历期，{rankings.views.places} 看哪项拉高、哪项拖低。',
          en: 'Other views: {rankings.views.heat} for strong and weak items, {rankings.views.course} over the periods, {rankings.views.places} for what lifts and what holds back.',
        },
        {
          zh: '标有 {rankings.states.trial} 或 {rankings.states.approved} 的还没有发布，不得对外引用。',
          en: 'What is marked {rankings.states.trial} or {rankings.states.approved} is not published and must not be quoted outside.',
        },
      ],
      rules: ['published', 'arithmetic'],
    },
    {
      id: 'why',
      title: { zh: '问为什么是这个分', en: 'Ask why a score is what it is' },
      steps: [
        {
          zh: '在排名表点 {rankings.columns.open} 一列展开，再点 {rankings.items.why}；整张得分卡点 {rankings.items.card}。',
          en: 'Open a row under {rankings.columns.open} and choose {rankings.items.why}, or {rankings.items.card} for all of it.',
        },
        {
          zh: '{explanation.steps.title} 写出公式和代入的数；{explanation.sources.title} 写出每个数的来源；{explanation.peers.title} 比较同组。',
          en: '{explanation.steps.title} gives the formula and its numbers, {explanation.sources.title} where each comes from, {explanation.peers.title} the others.',
        },
        {
          zh: '{explanation.gap.title} 说明与第一名差在哪里，各行之和（取整前）等于差距。',
          en: '{explanation.gap.title} says where the distance to the first lies; its rows, unrounded, add up to it.',
        },
      ],
    },
    {
      id: 'what-if',
      title: { zh: '推演：如果换一种权重', en: 'What if a weight were another' },
      steps: [
        {
          zh: '点左侧 {shell.sensitivity}，选一次核算，调整 {sensitivity.weights} 或 {sensitivity.figure}，点 {sensitivity.apply}。',
          en: 'Choose {shell.sensitivity} in the menu, then a run; change {sensitivity.weights} or {sensitivity.figure} and choose {sensitivity.apply}.',
        },
        {
          zh: '推演只在本页计算，不改动已发布的结果；点 {sensitivity.reset} 回到原样。',
          en: 'It is computed on that page alone and changes no published result; {sensitivity.reset} takes it back.',
        },
        {
          zh: '{sensitivity.tabRobustness} 说明位次是否经得起权重的小变动。位次不稳的，宜按档次使用。',
          en: '{sensitivity.tabRobustness} says whether places survive small changes of the weights. Where they do not, use the grade and not the place.',
        },
      ],
    },
    {
      id: 'progress',
      title: { zh: '看填报进度', en: 'See how far the returns are' },
      steps: [
        {
          zh: '点左侧 {shell.collections}，每项任务写明 {collections.progress}、{collections.due} 和 {collections.attention}。',
          en: 'Choose {shell.collections} in the menu; each says {collections.progress}, {collections.due} and {collections.attention}.',
        },
        {
          zh: '打开一项，{collections.unitTable.title} 列出每个单位到了哪一步。',
          en: 'Open one; {collections.unitTable.title} says how far each unit is.',
        },
      ],
    },
    {
      id: 'take-along',
      title: { zh: '对比、下载、打印', en: 'Compare, download, print' },
      steps: [
        {
          zh: '{shell.compare} 任选单位、指标、报告期；网址就是当前的选择，可以收藏、转发。',
          en: '{shell.compare} takes any units, indicators and periods; the address is the choice and can be sent on.',
        },
        {
          zh: '排名表可以 {rankings.xlsx}、{rankings.csv}、{rankings.print}，都带报告期、状态和校验码。',
          en: 'A ranking has {rankings.xlsx}, {rankings.csv} and {rankings.print}, each with its period, state and digest.',
        },
        {
          zh: '每张图都能切换成 {charts.table}，也能 {charts.downloadPng}、{charts.downloadSvg}、{charts.copyPicture}；{charts.cite} 得到来源、网址和日期，每个数的页面上也有。',
          en: 'Every chart can be read as a {charts.table} and saved by {charts.downloadPng} or {charts.downloadSvg}, or taken by {charts.copyPicture}; {charts.cite} gives its source, address and day, also on the page of each figure.',
        },
      ],
    },
    composing,
    ...leaderFollowing,
    ...leaderRunning,
  ],
};
