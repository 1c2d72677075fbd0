import type { ManualSection } from '@/lib/help/words';

/** How the office announces a result and deals with appeals. */
export const officeAppealing: readonly ManualSection[] = [
  {
    id: 'appeals',
    title: { zh: '公示、申诉与复核', en: 'Publicity, appeals and reviews' },
    steps: [
      {
        zh: '在 {shell.runs} 打开已发布的核算，填写 {appeals.publicity.firstDay}、{appeals.publicity.lastDay} 和 {appeals.publicity.body}，点 {appeals.publicity.announce}；写在公开的排名上。写错了，用 {appeals.publicity.replace}，以前的都保留。',
        en: 'Under {shell.runs} open a published run, fill in {appeals.publicity.firstDay}, {appeals.publicity.lastDay} and {appeals.publicity.body}, and choose {appeals.publicity.announce}; it stands on the public ranking. For a mistake choose {appeals.publicity.replace}; all of them stay.',
      },
      {
        zh: '{access.menu.workbench} 列出 {appeals.work.accept}、{appeals.work.decide} 和 {appeals.work.decideReview} 的。打开一件，点 {appeals.forms.accept} 或 {appeals.forms.reject}；另一人点 {appeals.forms.decide}，发布核算的人不能不予受理，也不能决定。',
        en: 'The {access.menu.workbench} counts {appeals.work.accept}, {appeals.work.decide} and {appeals.work.decideReview}. Open one and choose {appeals.forms.accept} or {appeals.forms.reject}; another official chooses {appeals.forms.decide}. Who published the run neither rejects nor decides.',
      },
      {
        zh: '单位申请复核的，由没有办过前面任何一步的人点 {appeals.forms.decideReview}。',
        en: 'Where the unit asks for a review, somebody who took no earlier step chooses {appeals.forms.decideReview}.',
      },
      {
        zh: '申诉成立的，先登记加减分、更正数据或重新核算，再点 {appeals.forms.settle}，然后 {appeals.forms.close}。已发布的结果不改动。',
        en: 'Where it was upheld, first record the adjustment, correct the figure or compute a new run, then choose {appeals.forms.settle} and {appeals.forms.close}. The published result does not change.',
      },
    ],
  },
];

/** How a unit appeals. */
export const unitAppealing: readonly ManualSection[] = [
  {
    id: 'appeals',
    title: { zh: '对考核结果提出申诉', en: 'Appeal against a result' },
    steps: [
      {
        zh: '在期限内打开本单位的得分表，点 {appeals.fileTitle}，勾选 {appeals.forms.about}，填写 {appeals.forms.grounds} 和 {appeals.forms.asks}，再上传佐证材料。决定之前可以 {appeals.forms.withdraw}。',
        en: 'In time, open the score card of your unit, choose {appeals.fileTitle}, tick {appeals.forms.about}, fill in {appeals.forms.grounds} and {appeals.forms.asks}, then upload the evidence. Before the decision you can {appeals.forms.withdraw}.',
      },
      {
        zh: '{access.menu.workbench} 列出进行中的申诉和最近的决定。不服的，在期限内点 {appeals.forms.askReview}，只可一次。',
        en: 'The {access.menu.workbench} lists your running appeals with their last decision. If you do not agree, choose {appeals.forms.askReview} in time; once only.',
      },
    ],
  },
];
