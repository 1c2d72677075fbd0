export const schemes = {
  title: '考核方案',
};
