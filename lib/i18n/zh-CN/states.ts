export const states = {
  notFoundTitle: '没有这一页',
  notFoundReason: '地址可能有误，或该指标、单位、来源不在目录中。',
  backToOverview: '回到总览',
  toIndicators: '查看指标目录',
  errorTitle: '出错了，责任在我们',
  errorReason: '页面没能完成。数据没有受到影响。请重试；仍不行时，把编号告诉管理员。',
  reference: '编号：{digest}',
  retry: '重试',
};
