export const fields = {
  username: '用户名',
  password: '密码',
  repeated: '再输一次',
  present: '现在的密码',
  code: '验证码',
  name: '姓名',
  role: '角色',
  unitCode: '单位',
  department: '部门',
};
