export const tables = {
  ascending: '升序',
  descending: '降序',
  reset: '重置',
  apply: '查询',
  empty: '没有数据',
  previous: '上一期',
  next: '下一期',
  latest: '最新一期',
  pages: '翻页',
  previousPage: '上一页',
  nextPage: '下一页',
  page: '第 {page, number} 页，共 {pages, number} 页',
};
