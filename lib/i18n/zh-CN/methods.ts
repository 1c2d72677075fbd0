export const methods = {
  title: '计分方法',
};
