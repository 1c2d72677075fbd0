export const tables = {
  ascending: '升序',
  descending: '降序',
  reset: '重置',
  apply: '查询',
  empty: '没有数据',
  previous: '上一期',
  next: '下一期',
  latest: '最新一期',
};
