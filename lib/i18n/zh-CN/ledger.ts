export const ledger = {
  title: '加减分台账',
};
