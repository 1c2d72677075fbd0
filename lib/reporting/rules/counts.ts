import type { CheckedIndicator } from '@/lib/reporting/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/** Units of measure of things that are counted one by one. */
const counted = new Set(
  '家 个 起 人 户 件 次 项 辆 艘 台 套 宗 例 张 条 处 座 所 名 位 只 头 人次 批 期 场 份 笔 单 幅 间 栋 片'.split(' '),
);
/** Names of differences, which may be below zero. */
const difference = /净|增减|变化|变动|差/;

type Counted = Pick<CheckedIndicator, 'measure' | 'decimals' | 'unitZh' | 'nameZh'>;

/** What a number cannot be: a place before the first, a count below zero, or a part of a thing that is counted. */
export function countFault(
  value: string,
  indicator: Counted,
): 'placeBelowOne' | 'countBelowZero' | 'countBroken' | null {
  const { measure, decimals, unitZh, nameZh } = indicator;
  if (measure === 'rank') return compareDecimals(value, '1') < 0 ? 'placeBelowOne' : null;
  if (measure !== 'amount' || decimals > 0 || !counted.has(unitZh)) return null;
  if (compareDecimals(value, '0') < 0 && !difference.test(nameZh)) return 'countBelowZero';
  return /\.0*[1-9]/.test(value) ? 'countBroken' : null;
}
