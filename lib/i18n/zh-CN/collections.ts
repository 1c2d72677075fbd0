export const collections = {
  title: '填报任务',
  stateCount: '{state} {count, number}',
  between: '，',
  noReturns: '没有填报单位',
};
