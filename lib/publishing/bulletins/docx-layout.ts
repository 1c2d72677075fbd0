/** Millimetres in the twentieths of a point of a docx. */
export const millimetres = (size: number): number => Math.round((size / 25.4) * 1440);
/** Points in the same. */
export const points = (size: number): number => Math.round(size * 20);

/** The faces of GB/T 9704-2012; a machine without them shows its own. */
const face = (eastAsia: string, ascii = 'Times New Roman') => ({ ascii, hAnsi: ascii, cs: ascii, eastAsia });
export const faces = {
  title: face('方正小标宋简体'),
  head: face('黑体'),
  body: face('仿宋_GB2312'),
  page: face('宋体', '宋体'),
} as const;

/** Half points: 3号 16 pt, 2号 22 pt, 4号 14 pt, 小五 9 pt, and the organ above. */
export const sizes = { body: 32, title: 44, page: 28, table: 21, note: 18, organ: 72 } as const;
