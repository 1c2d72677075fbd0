import type { ManualSection } from '@/lib/help/words';

/** How a figure comes out of a document, for the office. */
export const documenting: ManualSection = {
  id: 'documents',
  title: { zh: '登记来源，上传文件', en: 'Register sources and their files' },
  steps: [
    {
      zh: '在 {shell.sources} 点 {documents.add}，照原件写 {documents.form.title} 和 {documents.form.publisher}，选 {documents.form.reliability}，点 {documents.create}。编号可以不填。',
      en: 'Under {shell.sources} choose {documents.add}; write {documents.form.title} and {documents.form.publisher} as on the document, choose its {documents.form.reliability}, then {documents.create}. The code may be left empty.',
    },
    {
      zh: '在来源的页面上 {documents.upload}：PDF、图片、Word、Excel 都可以。文件只供下载，不在页面里打开。',
      en: 'On the page of the source {documents.upload}: a PDF, a picture, Word or Excel. It is only downloaded, never opened in a page.',
    },
    {
      zh: '文件有误或被收回的，{documents.use.withdraw}，写明理由：引用它的数照旧显示，处处标明 {figures.sourceWithdrawn}。可以 {documents.use.restore}。',
      en: 'If it is wrong or was recalled, {documents.use.withdraw} with a reason: its figures stay, each marked {figures.sourceWithdrawn}. {documents.use.restore} takes the mark away.',
    },
  ],
};

/** How a figure comes out of a document, for the office and for departments. */
export const citing: ManualSection = {
  id: 'cited',
  title: { zh: '从文件中录数，由另一人核对', en: 'Record figures from documents, checked by another' },
  steps: [
    {
      zh: '在来源的页面上点 {documents.record}，写指标、单位、报告期（名称或简称都可以），{cited.record.printed} 照文件所印，写明 {cited.record.locator}，点 {cited.record.submit}。',
      en: 'On the page of a source choose {documents.record}; name indicator, unit and period, write the {cited.record.printed} and the {cited.record.locator}, then {cited.record.submit}.',
    },
    {
      zh: '一张表里有许多数的，在 {cited.menu} 点 {cited.importLink}：{cited.import.preview}，看清新增与更正，再提交。有一处错误就一个也不录入，错在哪一行、最接近的名称是什么都写明。',
      en: 'For a sheet with many, choose {cited.importLink} under {cited.menu}: {cited.import.preview}, look at what is new and what is corrected, then submit. With one fault nothing is recorded; each is told with its row and the nearest names.',
    },
    {
      zh: '统计部门发来的月报不用改样子：在 {mapping.menu} 点 {mapping.upload.submit}。表格照原样显示，各列是什么、依据什么都列出来，逐列可改；认不出的名称写明一次；没有读懂的格子写明地址。年份、月份写在行里的表，分段的表（一、二、三），下面还有同样表头的表，都照样读。中途离开不会丢。点 {mapping.sheet.preview}，看清原数与新数，选来源，再录入。',
      en: 'A monthly report of a statistical office comes in as it is: under {mapping.menu} choose {mapping.upload.submit}. The sheet is shown as it came, with what each column is and why; every column can be changed, a name that is not known is decided once, and a cell that is not understood is told with its address. Years and months may stand in rows, lines may divide the sheet, and tables that are built alike may follow below. You may leave and come back. Choose {mapping.sheet.preview}, look at old and new, choose the source, then record.',
    },
    {
      zh: '认好之后点 {mapping.kept.keepSubmit} 起个名字，下个月同样格式的表上传后就按它读好，再点 {mapping.sheet.preview} 和录入两下就完。',
      en: 'When it is read right, {mapping.kept.keepSubmit} it under a name: the same sheet of the next month is read by it when it is uploaded; {mapping.sheet.preview} and recording are two clicks.',
    },
    {
      zh: '另一人在 {cited.menu} 打开，与原文件核对：{cited.detail.old}、{cited.detail.now}、{cited.detail.findings} 并列。无误的点 {cited.confirm}，有误的点 {cited.refuse} 并写理由；没有提示的可以勾选后 {cited.confirmChosen}。自己录的不能自己确认。',
      en: 'Somebody else opens it under {cited.menu} and compares it with the document: {cited.detail.old}, {cited.detail.now} and {cited.detail.findings} stand side by side. {cited.confirm} it, or {cited.refuse} it with a reason; those without findings may be ticked: {cited.confirmChosen}. Nobody confirms their own.',
    },
    {
      zh: '要改页面上已有的数，打开它的修订记录，点 {cited.figure.correct} 或 {cited.figure.withdraw}，写明理由，同样由另一人确认。旧数都留在记录里。',
      en: 'To change a figure that pages show, open its history and choose {cited.figure.correct} or {cited.figure.withdraw}, with a reason; somebody else confirms that too. Every earlier value stays in the history.',
    },
  ],
  rules: ['published'],
};
