export const imports = {
  title: '导入填报表',
};
