export const runs = {
  title: '核算',
};
