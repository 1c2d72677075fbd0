export const revisions = {
  title: '数据修订',
};
