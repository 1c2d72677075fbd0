import { plainName } from '@/lib/catalogue/plain-name';
import { anyOtherKind } from '@/lib/reporting/import/other-kinds';
import { type Stated, unitText } from '@/lib/reporting/import/sheet-heads';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { MappingNames } from '@/lib/reporting/mapping/names';

/** A text around the figures of a table, and its cell. */
export type TextAround = { readonly text: string; readonly address: string };
/** A text that names units of measure beside those of a line that is understood. */
export type Mention = TextAround & { readonly units: readonly string[] };

const change = anyOtherKind('change');
const kinds = new RegExp(anyOtherKind(), 'g');
/** Words that say how a plan was carried out, or what a growth is compared with: the figures are then the actual ones. */
const carriedOut =
  /(?:目标|计划|任务|考核|责任|指标)+(?:值|数)?(?:的)?(?:完成|执行|推进|落实|实现)|[比较与同](?:上年|去年)(?:同期|同月)?(?:相比|增长|下降|增|降)/g;
const growth = /^(?:增[速幅]|增长|涨幅|降幅|同比)$/;
const rank = /^(?:位次|排名|名次)$/;
/** A note that speaks of growths alone says nothing of the figures, unless it says that they are such. */
const onlyChange = new RegExp(`^(?:${change})$`);
const saysWhat = new RegExp(`(?:为|是|系|均|指|按).{0,4}(?:${change})`);

/** What the columns of a table say themselves: the texts of all heads, and whether some are of growths or ranks. */
export type OwnHeads = { readonly texts: readonly string[]; readonly hasGrowth: boolean; readonly hasRank: boolean };

/**
 * Whether a text around a table may say that its figures are others than the actual ones of the period: a plan, last
 * year's, growths, shares. What a head of the table says itself is about that column.
 */
export function saysOther(text: string, { indicators }: Pick<MappingNames, 'indicators'>, heads: OwnHeads): boolean {
  let plain = plainName(text);
  const isNote = /^(?:注|附注|说明|备注|note)/.test(plain);
  const named = indicators
    .flatMap(({ nameZh, aliases }) => [nameZh, ...aliases])
    .map(plainName)
    .filter((name) => name.length > 1 && plain.includes(name))
    .sort((a, b) => b.length - a.length);
  for (const name of named) plain = plain.replaceAll(name, '');
  const found = plain.replace(carriedOut, '').match(kinds) ?? [];
  return found.some((word) => {
    if (heads.hasGrowth && growth.test(word)) return false;
    if (heads.hasRank && rank.test(word)) return false;
    if (isNote && onlyChange.test(word) && !saysWhat.test(plain)) return false;
    return !heads.texts.some((head) => head.includes(word));
  });
}

const bases =
  '元|美元|欧元|港元|日元|公?吨|公斤|千克|(?:千|兆)?瓦时|(?:千|兆)瓦|平方公里|平方千米|平方米|立方米|公顷|亩|公里|千米|人次?|户|家|个|件|辆|台|套|标准煤';
const scaled = new RegExp(`(?:万亿|[十百千]?[万亿]|[百千])(?:${bases})`, 'g');
/** Units without a scale where the text says that it names one. */
const bare = new RegExp(`(?:单位|计量)[^\\d]{0,8}?(${bases}|%|‰)(?![\\p{L}])`, 'u');

/** The units of measure that a text names and that no line of units gives. */
export function measuresIn(text: string): string[] {
  let rest = unitText(text);
  if (rest.length > 400) return [];
  for (const { units } of unitLines([[text]], 1)) for (const unit of units) rest = withoutUnit(rest, unit);
  return [...new Set([...(rest.match(scaled) ?? []), ...(bare.exec(rest)?.slice(1, 2) ?? [])])];
}

/** A unit that is one of a line as a whole; 税收收入为万元 is none, and stays. */
function withoutUnit(text: string, unit: string): string {
  const isOne = (unit.match(scaled)?.join('') ?? unit) === unit;
  return isOne ? text.replace(unit, '') : text;
}

/** The texts that name other units of measure than the lines above the figures. */
export const mentionsIn = (texts: readonly TextAround[], lines: readonly Stated[]): Mention[] =>
  texts.flatMap((one) => {
    const stated = lines.filter(({ address }) => address === one.address).flatMap((line) => line.units.map(unitText));
    const units = measuresIn(one.text).filter((unit) => !stated.includes(unit));
    return units.length === 0 ? [] : [{ ...one, units }];
  });
