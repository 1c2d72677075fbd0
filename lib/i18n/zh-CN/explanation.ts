export const explanation = {
  title: '得分说明',
};
