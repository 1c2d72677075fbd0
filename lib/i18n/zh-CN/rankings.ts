export const rankings = {
  title: '排名通报',
};
