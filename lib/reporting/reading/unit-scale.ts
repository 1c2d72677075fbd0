import { scales } from '@/lib/statistics/scaled-unit';

/** The powers of ten of scales in English, where a space follows them. */
const scalesEn: Readonly<Record<string, number>> = {
  trillion: 12,
  billion: 9,
  '100 million': 8,
  '100 m': 8,
  million: 6,
  '10,000': 4,
  '10 000': 4,
  '10000': 4,
  '10 thousand': 4,
  '1,000': 3,
  thousand: 3,
};

/** Other names of a unit: the base that they are compared in, and their power of ten of it. */
const synonyms: Readonly<Record<string, readonly [base: string, power: number]>> = {
  人民币元: ['元', 0],
  元人民币: ['元', 0],
  圆: ['元', 0],
  yuan: ['元', 0],
  rmb: ['元', 0],
  cny: ['元', 0],
  dollars: ['美元', 0],
  'us dollars': ['美元', 0],
  usd: ['美元', 0],
  吨: ['克', 6],
  公吨: ['克', 6],
  t: ['克', 6],
  tonnes: ['克', 6],
  tons: ['克', 6],
  公斤: ['克', 3],
  kg: ['克', 3],
  g: ['克', 0],
  公里: ['米', 3],
  km: ['米', 3],
  m: ['米', 0],
  m2: ['平方米', 0],
  平米: ['平方米', 0],
  km2: ['平方米', 6],
  平方公里: ['平方米', 6],
  平方千米: ['平方米', 6],
  公顷: ['平方米', 4],
  m3: ['立方米', 0],
  度: ['瓦时', 3],
  kwh: ['瓦时', 3],
  kw: ['瓦', 3],
  people: ['人', 0],
  persons: ['人', 0],
  firms: ['家', 0],
  households: ['户', 0],
  mu: ['亩', 0],
  '%': ['', -2],
  百分比: ['', -2],
  百分数: ['', -2],
  percent: ['', -2],
  '‰': ['', -3],
  百分点: ['百分点', 0],
  个百分点: ['百分点', 0],
  'percentage points': ['百分点', 0],
};

const longestFirst = (words: object) => Object.keys(words).sort((a, b) => b.length - a.length);
const scaleAhead = new RegExp(`^(${longestFirst(scales).join('|')})`);
const scaleAheadEn = new RegExp(`^(${longestFirst(scalesEn).join('|')})(?: |$)`);

type Measure = { readonly base: string; readonly power: number; readonly isShare: boolean };

/** A unit as its base and a power of ten: 万吨 is 克 by 10, for 万千瓦时 it is 瓦时 by 7, for 亿 alone no base by 8. */
function measureOf(unit: string): Measure {
  let rest = unit.toLowerCase();
  for (let power = 0; ; ) {
    const known = synonyms[rest];
    if (known) return { base: known[0], power: power + known[1], isShare: known[0] === '' || known[0] === '百分点' };
    const zh = scaleAhead.exec(rest)?.[0];
    const en = zh ? undefined : scaleAheadEn.exec(rest);
    if (!zh && !en) return { base: rest, power, isShare: false };
    power += scales[zh ?? ''] ?? scalesEn[en?.[1] ?? ''] ?? 0;
    rest = rest.slice((zh ?? en?.[0] ?? '').length).trim();
  }
}

/** Whether a text is a scale, a unit known here, or a scale and anything: 万, 吨, 亿美元, but not 人次. */
export function isKnownUnit(text: string): boolean {
  const { base, power } = measureOf(text);
  return power !== 0 || Object.values(synonyms).some(([known]) => known === base) || base in synonyms;
}

/** Units whose name begins with 千, which is then no scale of theirs. */
const ofThousand = /^千(?:瓦时?|克|米|卡|焦|伏|帕)/;

/** The power of ten of the scale that a text begins with: 4 for 万 and 万吨, 8 for 亿千瓦时, 0 for 吨 and 千瓦时. */
export function scalePower(text: string): number {
  let power = 0;
  for (let rest = text.trim(); !(rest in synonyms || ofThousand.test(rest)); ) {
    const zh = scaleAhead.exec(rest)?.[0];
    if (!zh) return power + (scalesEn[scaleAheadEn.exec(rest.toLowerCase())?.[1] ?? ''] ?? 0);
    power += scales[zh] ?? 0;
    rest = rest.slice(zh.length);
  }
  return power;
}

type Units = { readonly unitZh: string; readonly unitEn: string };

/**
 * The power of ten from a unit to the indicator's: 吨 to 万吨 is -4. A scale alone stands for the scale the indicator's
 * unit is printed with (887万 in 万吨 is 887), where it is counted. Null where only a rate could convert it. Both in the
 * normal form of `normalText`.
 */
export function unitPower(unit: string, { unitZh, unitEn }: Units): number | null {
  if (unit === unitZh || unit.toLowerCase() === unitEn.toLowerCase()) return 0;
  const [stated, own] = [measureOf(unit), measureOf(unitZh)];
  if (!stated.isShare && stated.base === '') return own.isShare ? null : stated.power - scalePower(unitZh);
  return stated.base === own.base && stated.isShare === own.isShare ? stated.power - own.power : null;
}

/** A unit as it can follow a number: an English scale that begins with a digit becomes a Chinese one. */
function unitBehindNumber(unit: string): string {
  const en = /^\d/.test(unit) ? scaleAheadEn.exec(unit.toLowerCase()) : null;
  const scale = Object.keys(scales).find((word) => scales[word] === scalesEn[en?.[1] ?? '']);
  return en && scale ? `${scale}${unit.slice(en[0].length)}` : unit;
}

/** A text of a number, in normal form, with a unit behind its last digit: 88多 in 吨 is 88 吨多. */
export function withUnit(number: string, unit: string): string {
  return number.replace(/\d(?=\D*$)/, (digit) => `${digit} ${unitBehindNumber(unit)}`);
}
