import type { ManualSection } from '@/lib/help/words';

/** How the office keeps its catalogue: indicators, topics, units and groups. */
export const cataloguing: readonly ManualSection[] = [
  {
    id: 'indicators',
    title: { zh: '管理指标与领域', en: 'Keep indicators and topics' },
    steps: [
      {
        zh: '在 {shell.indicators} 点 {catalogue.topics.title}，建立领域，定上下级和次序；点某个领域的 {catalogue.topics.edit}，可排 {catalogue.topics.indicatorOrder}。',
        en: 'Under {shell.indicators} choose {catalogue.topics.title} to create topics, put them below each other and in order; {catalogue.topics.edit} on a topic shows the {catalogue.topics.indicatorOrder}.',
      },
      {
        zh: '回到 {shell.indicators} 点 {catalogue.indicator.create}：名称、{catalogue.fields.unit}、{catalogue.fields.basis}、{catalogue.fields.direction}、{catalogue.fields.responsible}、{catalogue.fields.definitionZh}。{catalogue.fields.code}可不填。',
        en: 'Back under {shell.indicators} choose {catalogue.indicator.create}: its name, {catalogue.fields.unit}, {catalogue.fields.basis}, {catalogue.fields.direction}, {catalogue.fields.responsible}, {catalogue.fields.definitionZh}. The {catalogue.fields.code} may stay empty.',
      },
      {
        zh: '部门审核账号按 {catalogue.fields.responsible} 的名称找到要审的数。部门改了名，指标和账号两处都要改成一字不差。',
        en: 'Accounts of departments find what they review by the name of the {catalogue.fields.responsible}. If a department is renamed, change it in the indicators and in the accounts, to the very same words.',
      },
      {
        zh: '统计口径变了的，在指标页点 {catalogue.indicator.edit}，再点 {catalogue.definition.add}，写明从哪天起、{catalogue.fields.isBreak}。旧的定义不改写，各期仍按当时的定义；不可比的，图上断线，增速旁写明。',
        en: 'If a definition changes, choose {catalogue.indicator.edit} on the page of the indicator, then {catalogue.definition.add}: from which day, and {catalogue.fields.isBreak} Old definitions are never rewritten and each period keeps that of its time; where the scope changed, charts break and growth says so.',
      },
      {
        zh: '由其他指标算出的，在编辑页的 {derived.title} 写公式：在 {derived.find} 按名称找，代码写到光标处，下方随即读出。已经算出数的，改公式须由另一位考核办人员确认。',
        en: 'For one that is computed from others, write its {derived.title} on the page where it is edited: {derived.find} by name, and the code is written where the cursor stands and read back below. Once there are figures, a second person of the office confirms a changed formula.',
      },
      {
        zh: '有了数以后，计量单位、小数位数、性质、口径和方向不能再改：停用这项指标（{catalogue.retirement.open}），另建一项接替它。停用的指标不再要数，历史照旧可查。',
        en: 'Once there are figures, unit of measure, decimals, kind, basis and direction stay: retire the indicator ({catalogue.retirement.open}) and let a new one replace it. A retired one is not asked for any more; its history stays.',
      },
      {
        zh: '涉及以往的更改由另一位考核办人员确认后才生效。没有用过的指标和空的领域可以删除。',
        en: 'A change that reaches into the past holds when a second person of the office confirms it. An indicator that nothing uses, and an empty topic, can be deleted.',
      },
    ],
  },
  {
    id: 'units',
    title: { zh: '维护单位', en: 'Keep the units' },
    steps: [
      {
        zh: '在 {shell.units} 点 {unitDesk.create}，写 {unitDesk.nameZh}、选 {unitDesk.kind} 和 {unitDesk.parent}；代码可以不填，会按拼音首字母给出。',
        en: 'Under {shell.units} choose {unitDesk.create}; give the {unitDesk.nameZh}, the {unitDesk.kind} and the {unitDesk.parent}. A code is made of the initials if you give none.',
      },
      {
        zh: '单位页点 {unitDesk.edit}：{unitDesk.basics} 随时可改；{unitDesk.rename}、{unitDesk.move}、{unitDesk.retire} 写明 {unitDesk.from}，往期页面仍显示当时的名称与隶属。',
        en: 'On the page of a unit choose {unitDesk.edit}: {unitDesk.basics} may always be changed; {unitDesk.rename}, {unitDesk.move} and {unitDesk.retire} hold {unitDesk.from}, and pages of the past keep the name and the parent of their time.',
      },
      {
        zh: '几个单位并成一个点 {unitDesk.merge}，一个分出新单位点 {unitDesk.splitThis}。往期的数与排名留在原单位；合并后单位的页面列出 {units.before}，只有勾选了相加的才给 {units.sum}。',
        en: 'To make several units one choose {unitDesk.merge}, to set up units out of one choose {unitDesk.splitThis}. Figures and rankings of the past stay with the former units; the page of the merged one lists the {units.before}, and gives the {units.sum} only if you ticked that they add up.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'sequences',
    title: { zh: '维护序列', en: 'Keep the groups' },
    steps: [
      {
        zh: '在 {groups.title} 点 {groups.create}，勾选成员。以后在序列页的 {groups.change} 里一次增减多个。',
        en: 'Under {groups.title} choose {groups.create} and tick its members. Later add and remove many at once under {groups.change} on its page.',
      },
      {
        zh: '官方顺序可以拖动后点 {groups.order}，或用每行的箭头移动。',
        en: 'Drag the members into their official order and choose {groups.order}, or move them by the arrows of each line.',
      },
      {
        zh: '工作台的 {proposals.work.title} 写明还有多少单位、项目没有考核到，点开就是 {assessedAll.title}。',
        en: 'Under {proposals.work.title} the workbench counts units and items that no assessment reaches; the counts lead to {assessedAll.title}.',
      },
    ],
  },
  {
    id: 'proposals',
    title: { zh: '从过去起生效的变动', en: 'Changes from a past day' },
    steps: [
      {
        zh: '单位与序列的变动，日期在今天以前的，须写明理由，列入 {proposals.title}，由考核办另一人点 {proposals.confirm} 才生效；不同意的写明理由。提出人只能 {proposals.takeBack}。',
        en: 'A change of units or groups from a past day needs a reason. It is listed under {proposals.title} and holds when another person of the office chooses {proposals.confirm}, or is refused with a reason. Who proposed it may {proposals.takeBack}.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'annotations',
    title: { zh: '注释、荣誉与事件', en: 'Notes, honours and events' },
    steps: [
      {
        zh: '在 {annotations.title} 点 {annotations.add}：注释写一个短词和一句话，画在图上；荣誉与事件写明单位和来源。考核办另一人在 {proposals.title} 点 {proposals.confirm} 后，页面才显示。',
        en: 'Under {annotations.title} choose {annotations.add}: a note has a short word and a sentence and is drawn on charts; an honour or event has its unit and source. Pages show it once another person of the office chooses {proposals.confirm} under {proposals.title}.',
      },
      {
        zh: '有误的，打开那一条，展开 {annotations.correct} 或 {annotations.withdraw}，写明理由，同样由另一人确认。原来的内容留在 {annotations.history} 里。',
        en: 'If something is wrong, open the entry, unfold {annotations.correct} or {annotations.withdraw} and give the reason; another person confirms that too. What it said stays under {annotations.history}.',
      },
    ],
    rules: ['published'],
  },
  {
    id: 'whole-catalogue',
    title: { zh: '整本导出、导入目录', en: 'Export and import the whole catalogue' },
    steps: [
      {
        zh: '在 {shell.units} 或 {shell.indicators} 点 {workbook.title}，再点 {workbook.download}。第一张表写明各列怎么填。',
        en: 'Under {shell.units} or {shell.indicators} choose {workbook.title}, then {workbook.download}. The first sheet tells what each column takes.',
      },
      {
        zh: '改好后选文件，点 {workbook.import.preview}：有错的格一次全部列出；没有错就逐格列出原来和改后的内容，点 {workbook.import.submit} 才写入，要么全部，要么一处不改。',
        en: 'Edit it, choose the file and then {workbook.import.preview}: either all faulty cells are listed at once, or every change with its old and new content; {workbook.import.submit} writes all of them or none.',
      },
      {
        zh: '删去的行不会删除任何东西。从过去起生效的变动写明理由，列入 {proposals.title}；新的目标是草稿，已下达的目标改动等另一人确认。',
        en: 'Deleted rows delete nothing. Changes from a past day need a reason and are listed under {proposals.title}; new targets are drafts, and a change of an issued one waits for another person.',
      },
    ],
    rules: ['published'],
  },
];
