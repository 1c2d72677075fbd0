/** The powers of ten of scale words before a unit of measure. */
export const scales: Readonly<Record<string, number>> = {
  万亿: 12,
  千亿: 11,
  百亿: 10,
  十亿: 9,
  亿: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  百: 2,
};
const scaled = new RegExp(`^(${Object.keys(scales).join('|')})(.+)$`);

/** A unit of measure as its base and the power of ten before it: 亿元 is 元 and 8. 百分点 and 千克 are bases themselves. */
export function scaledUnit(unit: string): { readonly base: string; readonly power: number } {
  if (/^(个?百分点|千克|千米|千瓦.*|百分比)$/.test(unit)) return { base: unit, power: 0 };
  const [, word = '', base = unit] = scaled.exec(unit) ?? [];
  return { base, power: scales[word] ?? 0 };
}
