/** Tokens of programs and displays. */
export const tokens = {
  start: '令牌开头',
  state: '状态',
  expires: '有效至',
  used: '最近使用',
  never: '没有用过',
  made: '建立',
  by: '{name}，{at}',
  revokedBy: '撤销：{name}，{at}。{reason}',
  dayHint: '当天仍可用，最长一年。',
  copy: '复制',
  copied: '已复制',
  toList: '回到列表',
  revokeOf: '撤销“{name}”',
  revokeSubmit: '撤销这个令牌',
  states: { active: '有效', expired: '已到期', revoked: '已撤销' },
};
