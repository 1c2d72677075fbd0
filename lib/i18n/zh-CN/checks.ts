export const checks = {
  title: '审核',
};
