/** What is sent for a draft, as the reference shows it; the codes stand for those of a collection. */
export const draftExample = {
  as: 'draft',
  collection: '2026-M10-…',
  unit: 'DEMO-BING',
  figures: [
    { indicator: 'DEMO_PROJ', period: '2026-M10', value: '12.50', reported_yoy: '3.2', version: 0 },
    { indicator: 'DEMO_INV', period: '2026-M10', value: '未报', note: '企业停产', version: 2 },
  ],
};

/** What is sent for figures of a document. */
export const citedExample = {
  as: 'cited',
  source: 'BULLETIN-2026',
  figures: [
    {
      ...{ indicator: 'DEMO_PROJ', unit: 'DEMO-BING', period: '2026-YTD09', value: '118.6', vintage: 'preliminary' },
      ...{ locator: '一、综合', quote: '1—9月完成118.6亿元', reason: '按公报更正', revision: 1 },
    },
  ],
};
