/**
 * The words by which a sheet says that figures are others than the actual ones of a period: of a plan, of an earlier time,
 * of ten days of a month, or a change, a share or a mean of them. Whatever looks for such words takes them from here.
 */
export const otherKinds = {
  plan: ['目标', '计划', '预算', '任务', '预计', '预测', '预期', '预估', '考核', '力争', '指标值'],
  earlier: [
    ...['上年', '上年度', '上一年', '上一年度', '去年', '去年度', '前年'],
    ...['上旬', '中旬', '下旬', '上期', '上月', '上季', '上季度', '同期', '基期', '基数', '期初'],
  ],
  change: [
    ...['增速', '增幅', '增量', '增长', '增减', '增减额', '增减量', '增加额', '净增', '涨幅', '降幅', '差额'],
    ...[
      '同比',
      '环比',
      '比重',
      '占比',
      '份额',
      '贡献率',
      '拉动',
      '位次',
      '排名',
      '名次',
      '人均',
      '年均',
      '月均',
      '日均',
      '平均',
    ],
    ...['不变价', '可比价'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type OtherKind = keyof typeof otherKinds;

/** The words of some kinds, or of all, as alternatives of a pattern; the longer of two that begin alike comes first. */
export function anyOtherKind(...kinds: readonly OtherKind[]): string {
  const all = kinds.length > 0 ? kinds : (Object.keys(otherKinds) as OtherKind[]);
  return all
    .flatMap((kind): readonly string[] => otherKinds[kind])
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}
