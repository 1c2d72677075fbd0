export const rules = {
  title: '审核规则',
};
