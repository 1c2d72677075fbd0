import type { ManualSection } from '@/lib/help/words';

/** How the office keeps its indicators and topics. */
export const cataloguing: readonly ManualSection[] = [
  {
    id: 'indicators',
    title: { zh: '管理指标与领域', en: 'Keep indicators and topics' },
    steps: [
      {
        zh: '在 {shell.indicators} 点 {catalogue.topics.title}，建立领域，定上下级和次序。',
        en: 'Under {shell.indicators} choose {catalogue.topics.title} to create topics, put them below each other and in order.',
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
        zh: '有了数以后，计量单位、小数位数、性质、口径和方向不能再改：停用这项指标（{catalogue.retirement.open}），另建一项接替它。停用的指标不再要数，历史照旧可查。',
        en: 'Once there are figures, unit of measure, decimals, kind, basis and direction stay: retire the indicator ({catalogue.retirement.open}) and let a new one replace it. A retired one is not asked for any more; its history stays.',
      },
      {
        zh: '涉及以往的更改由另一位考核办人员确认后才生效。没有用过的指标和空的领域可以删除。',
        en: 'A change that reaches into the past holds when a second person of the office confirms it. An indicator that nothing uses, and an empty topic, can be deleted.',
      },
    ],
  },
];
