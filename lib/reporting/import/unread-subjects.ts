import { parsePeriod, periodDays } from '@/lib/catalogue/periods/period';
import { periodsIn } from '@/lib/catalogue/periods/read-period';
import { plainName } from '@/lib/catalogue/plain-name';
import { anyOtherKind } from '@/lib/reporting/import/other-kinds';
import type { Targets } from '@/lib/reporting/import/row-target';
import { headings, headOf } from '@/lib/reporting/import/sheet-heads';
import { plainAmount } from '@/lib/reporting/import/sheet-levels';
import { spanOf } from '@/lib/reporting/import/sheet-spans';
import { dated } from '@/lib/reporting/import/title-period';
import type { UnreadCell } from '@/lib/reporting/import/unread-cells';
import { normalText } from '@/lib/reporting/reading/read-figure';
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

/** What a cell says of the unit against the reporting one: the key of a finding, and the name. */
type UnitTold = { readonly key: 'otherUnit' | 'unknownUnit' | 'unitEither'; readonly text: string };

/** Who reports, as a label that means no unit of measure: 填报单位, 单位名称, but not 统计单位. */
const whoReports = /^(?:填报|报送|报告|上报|编报|填表|汇总)(?:单位|地区|区域|县区|区县)|^(?:单位|地区)名称/;
/** An office of an area, without the name of the area or of a part of it: 统计局, 管委会, 人民政府. */
const office =
  /^(?!.*(?:[镇省县]|乡(?!村)|(?<!社)区(?!域)|(?<!城)市(?!场|政)|(?<![农乡])村|街道)).{0,16}(?:局|委|会|办|办公室|部|中心|科|处|股|室|站|所|队|院|政府)$/;

/** Whether a name is that of an office, and of which unit: 甲区统计局 is of 甲区, 统计局 alone of the reporting one. */
function officeOf(name: string, { readUnit, unit }: Targets): string | null {
  for (let end = name.length - 1; end >= 2; end -= 1) {
    const read = readUnit(name.slice(0, end));
    if (read.kind === 'one' && office.test(name.slice(end))) return read.code;
  }
  const level = unit.nameZh.slice(-1);
  return office.test(name.startsWith(level) ? name.slice(1) : name) ? unit.code : null;
}

/** What the name behind a label says: nothing where it is the own unit's, an office's of it, or left blank. */
function reporterTold(ahead: string, name: string, targets: Targets): UnitTold | null {
  if (isOtherUnit(name, targets)) return { key: 'otherUnit', text: name };
  const isBlank = /^[\p{P}\p{S}]*$/u.test(name) || /^\([^()]*\)$/.test(name) || /:/.test(name);
  if (isBlank || !whoReports.test(ahead) || isKnownUnit(name)) return null;
  const read = targets.readUnit(name);
  if (read.kind === 'one') return null;
  const office = officeOf(name, targets);
  if (office === targets.unit.code) return null;
  if (office !== null) return { key: 'otherUnit', text: name };
  return { key: read.kind === 'either' ? 'unitEither' : 'unknownUnit', text: name };
}

/**
 * The other unit that a cell names: below a heading of places, above the figures, behind 填报单位 above or below them, or ahead in
 * a title. Behind 填报单位 also a name that no unit has, or that several may have.
 */
export function otherUnitIn(
  cell: UnreadCell,
  targets: Targets,
  row: readonly string[],
  hasOwn: boolean,
): UnitTold | null {
  const { kind, text, head, column } = cell;
  const other = (name: string): UnitTold | null =>
    isOtherUnit(name, targets) ? { key: 'otherUnit', text: name } : null;
  if (kind === 'over') return other(text);
  if (kind === 'cell') return head === '' || (place.test(head) && !noPlace.test(head)) ? other(text) : null;
  if (kind !== 'line') return null;
  const plain = plainName(text);
  const [ahead = ''] = label.exec(plain) ?? [];
  // Below a table a line of signatures names who reports; other names there are remarks.
  if (!cell.isAbove && !whoReports.test(ahead)) return null;
  if (ahead) {
    const behind = plain.slice(ahead.length);
    const rest = /^[^:]*: *(.*)$/.exec(normalText(text))?.[1] ?? behind.trim();
    const said = rest || normalText(row.slice(column + 1).find((one) => one.trim() !== '') ?? '');
    // Behind a blank is another line, unless the name has one.
    const name = targets.readUnit(said).kind === 'one' ? said : (said.split(' ')[0] ?? '');
    // 填报单位负责人：张三 is another label.
    return behind === '' || /^[ :]/.test(behind) ? reporterTold(ahead, name, targets) : other(name);
  }
  const [, name = ''] = title.exec(plain) ?? [];
  return hasOwn ? null : other(name);
}

const otherWord = new RegExp(
  `^(?:(?:${anyOtherKind('earlier')})(?:同期|同月|同季)?(?:实际|完成)?|(?:全年|年度|本年|今年|\\d{4}年)?(?:${anyOtherKind('plan')})(?:任务|目标)?)(?:数|值|数据|情况|量|表)*$`,
);
const changeWord = new RegExp(`^(?:${anyOtherKind('change')})$`);
const mark =
  /^(?:(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|附?表[一二三四五六七八九十\d]+|以下|下列|下表|其中) ?:? ?)+(?:各项|数据|指标)?(?:均|都)?(?:为|是)?/;
const currentWord = /^(?:本期|本年|当期|当年|本月|当月|实际|实绩|完成|累计)/;

/** What a line or a cell beside figures says of them: that they are of another kind, or again the current ones. */
export function kindTold(cell: UnreadCell): 'other' | 'current' | null {
  const plain = plainName(cell.text)
    .replace(mark, '')
    .replace(/[。:]$/, '');
  if (cell.kind !== 'cell' && (cell.kind !== 'line' || !cell.isAlone)) return null;
  if (otherWord.test(plain) || changeWord.test(plain)) return 'other';
  return cell.kind === 'line' && currentWord.test(plain) ? 'current' : null;
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
