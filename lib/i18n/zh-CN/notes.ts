export const notes = {
  title: '说明',
};
