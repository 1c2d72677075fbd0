export const entry = {
  title: '填报',
};
