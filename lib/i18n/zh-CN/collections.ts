export const collections = {
  title: '填报任务',
};
