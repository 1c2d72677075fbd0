import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import type { Targets } from '@/lib/reporting/import/row-target';
import { headings, headOf } from '@/lib/reporting/import/sheet-heads';
import { plainAmount } from '@/lib/reporting/import/sheet-levels';
import { spanOf } from '@/lib/reporting/import/sheet-spans';
import type { UnreadCell } from '@/lib/reporting/import/unread-cells';
import { isKnownUnit } from '@/lib/reporting/reading/unit-scale';

const place = /地区|区域|区县|县区|县市|市县|辖区|板块|园区|街道|乡镇|单位|范围|region|area|district|unit/i;
const noPlace = /责任|牵头|来源|主管|审核|指标|计量/;
const label =
  /^(?:填报|报送|报告|上报|编报|统计|填表|汇总)?(?:单位|地区|区域|县区|区县|部门)(?:名称)?(?:\((?:盖章|公章|签章)\))?/;
const title = /^(.{2,12}?)(?=\d{4}[年.-]|\d{1,2}月|[一二三]季度|二〇|主要|经济|国民|统计|月报|季报|年报|指标)/;

/** The words for a whole area or a sum, which are another subject than the unit, unless the unit is one of that kind. */
const whole = /^(?:全([国省市县区])|合计|总计|小计|全部)$/;

/** Whether a text names another unit than the reporting one. */
function isOtherUnit(text: string, { readUnit, unit }: Targets): boolean {
  const plain = plainName(text);
  const [sum, level] = whole.exec(plain) ?? [];
  if (sum) return level === undefined || !unit.nameZh.endsWith(level);
  const read = plain.length < 2 || /^[\d.,%-]+$/.test(plain) ? null : readUnit(text);
  return read?.kind === 'one' && read.code !== unit.code;
}

/** The other unit that a cell names: below a heading of places, above the figures, behind 填报单位, or ahead in a title. */
export function otherUnitIn(
  cell: UnreadCell,
  targets: Targets,
  row: readonly string[],
  hasOwn: boolean,
): string | null {
  const { kind, text, head, column } = cell;
  if (kind === 'over') return isOtherUnit(text, targets) ? text : null;
  if (kind === 'cell') {
    const isPlace = head === '' || (place.test(head) && !noPlace.test(head));
    return isPlace && isOtherUnit(text, targets) ? text : null;
  }
  if (kind !== 'line' || !cell.isAbove) return null;
  const plain = plainName(text);
  const [ahead = ''] = label.exec(plain) ?? [];
  if (ahead) {
    const rest = plain.slice(ahead.length).replace(/^ ?: ?/, '');
    const said = rest || (row.slice(column + 1).find((one) => one.trim() !== '') ?? '');
    const [name = ''] = said.trim().split(' ');
    return isOtherUnit(name, targets) ? name : null;
  }
  const [, name = ''] = title.exec(plain) ?? [];
  return !hasOwn && isOtherUnit(name, targets) ? name : null;
}

const last = '上年|去年|前年|上一?年度|上[期月季]|基期|同期';
const planned = '目标|计划|预算|任务|预计|预测|预期';
const otherWord = new RegExp(
  `^(?:(?:${last})(?:同期|同月|同季)?(?:实际|完成)?|(?:全年|年度|本年|今年|\\d{4}年)?(?:${planned})(?:任务|目标)?)(?:数|值|数据|情况|量|表)*$`,
);
const changeWord = /^(?:环比|增[量速幅长]|增减[额量]?|差额|占比|比重|排名|位次)$/;
const mark =
  /^(?:(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|附?表[一二三四五六七八九十\d]+|以下|下列|下表|其中) ?:? ?)+(?:各项|数据|指标)?(?:均|都)?(?:为|是)?/;
const currentWord = /^(?:本期|本年|当期|当年|本月|当月|实际|实绩|完成|累计)/;

/** What a line or a cell beside figures says of them: that they are of another kind, or again the current ones. */
export function kindTold(cell: UnreadCell): 'other' | 'current' | null {
  const plain = plainName(cell.text)
    .replace(mark, '')
    .replace(/[。:]$/, '');
  if (cell.kind === 'cell') return otherWord.test(plain) || changeWord.test(plain) ? 'other' : null;
  if (cell.kind !== 'line' || !cell.isAlone) return null;
  if (otherWord.test(plain)) return 'other';
  return currentWord.test(plain) ? 'current' : null;
}

const known = new Set(Object.values(headings).flat());
const harmless =
  /^(?:本年度?|今年|本期|当期|期末|现价|当年价格?|实绩|数据|指标值|指标数据|演示数据|单位.*|.*(?:完成|实际|日期|时间|表号|文号|机关|有效期|电话|负责人).*)$/;

/** Whether a heading above that of the figures says something of them that is not understood for a figure of a period. */
export function isUnknownHead({ text }: UnreadCell, periodCode: string, { unit }: Targets): boolean {
  const plain = plainName(headOf(text).name);
  const isOwn = [unit.nameZh, unit.nameEn, unit.code].some((own) => plainName(own) === plain);
  const isPlain = plain === '' || plainAmount.test(plain) || known.has(plain) || harmless.test(plain);
  if (isPlain || isOwn || spanOf(plain) || isKnownUnit(plain)) return false;
  const period = parsePeriod(periodCode);
  const days = period && periodDays(period);
  return !periodsIn(`${period?.year}年${plain}`).some((code) => {
    const other = parsePeriod(code);
    const own = other && periodDays(other);
    return own?.startsOn === days?.startsOn && own?.endsOn === days?.endsOn;
  });
}

const dated = /日期|时间|文号|有效期|截止|基期|〕|\d日|比\d{4}/;
const told = /(\d{4})年(?:度)?(?:(?:1|一)-(\d{1,2})月|(\d{1,2})月)?/g;

/** Whether a title names periods, none of which is that of the figure. */
export function namesOtherPeriod(text: string, periodCode: string): boolean {
  const plain = plainName(text);
  const period = parsePeriod(periodCode);
  const end = period && periodDays(period)?.endsOn;
  if (!period || !end || dated.test(plain)) return false;
  const all = [...plain.matchAll(told)];
  const month = Number(end.slice(5, 7));
  const isOwn = ([, year, toMonth, only]: RegExpMatchArray) =>
    Number(year) === period.year && [toMonth, only].every((one) => one === undefined || Number(one) === month);
  return all.length > 0 && !all.some(isOwn);
}
