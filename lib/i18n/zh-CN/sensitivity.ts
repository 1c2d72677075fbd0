export const sensitivity = {
  title: '推演与稳健性',
};
