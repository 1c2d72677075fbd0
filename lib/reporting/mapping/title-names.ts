import { plainName } from '@/lib/catalogue/plain-name';
import { bareUnit } from '@/lib/reporting/import/sheet-heads';
import type { MappingNames, Readers } from '@/lib/reporting/mapping/names';

/** Words of a title besides the names: times, places in general, and that it is a table. */
const around =
  /\d{4}(?:-\d{4})?年|\d{1,2}(?:-\d{1,2})?月(?:份)?|[一二三四1-4]季度|[上下]半年|全[国省市县区]|各|分|按|县|市|区|板块|地区|街道|镇|月|季|年|度|历|主要|经济|完成|累计|情况|统计|一览|汇总|通报|快报|月报|表|数据|指标|的|及|续|第\d{1,3}页|共\d{1,3}页|填报单位|[()、,.:;·\-\s]|附|[一二三四五六七八九十]、|\([一二三四五六七八九十]\)/g;
/** Words that say that the figures are of parts of a place. */
const ofParts = /各|分(?![月季年])|按|板块|地区|街道|镇|县区|区县/;
const behind = /\(([^()]*)\)$/;
/** An office behind the name of its place: 甲区统计局. */
const office = /^(?:(?:人民)?政府|[\u4e00-\u9fa5]{0,8}?(?:局|委员会|管委会|办公室|领导小组|委|办|队|中心))/;

type Named = { readonly nameZh: string; readonly nameEn: string; readonly aliases: readonly string[] };
const longestFirst = (a: string, b: string) => b.length - a.length;
/** A cache: each table of a sheet has titles, and a catalogue thousands of names. */
const known = new WeakMap<readonly Named[], readonly string[]>();
/** All names of some entries in plain form, the longest first. */
function namesOf(entries: readonly Named[]): readonly string[] {
  const before = known.get(entries);
  if (before) return before;
  const names = entries
    .flatMap(({ nameZh, nameEn, aliases }) => [nameZh, nameEn, ...aliases])
    .map(plainName)
    .filter((name) => name.length > 1)
    .sort(longestFirst);
  known.set(entries, names);
  return names;
}

/** Whether a text has nothing but words that stand around names in titles. */
const isAround = (text: string) => text.replace(around, '') === '';

/** A title without brackets behind it that have a unit of measure, a time or a place: 税收收入（亿元）, but not（外资企业）. */
function withoutBrackets(title: string, readers: Readers): string {
  const plain = plainName(title);
  const [whole = '', said = ''] = behind.exec(plain) ?? [];
  const words = bareUnit(said).split(/ ?[、,;] ?/);
  const isKnown = words.every((word) => readers.isMeasure(word) || isAround(word) || readers.unit(word).kind === 'one');
  return whole !== '' && isKnown ? plain.slice(0, -whole.length) : plain;
}

/**
 * The one indicator that titles are about, or null: its name, and besides words of time and place nothing. A title of 用电量
 * and of its growth is about neither.
 */
export function titleIndicator(
  titles: readonly string[],
  { indicators, units }: MappingNames,
  readers: Readers,
): string | null {
  const found = new Set<string>();
  const places = namesOf(units);
  const all = namesOf(indicators);
  for (const title of titles) {
    const plain = withoutBrackets(title, readers);
    for (const name of all.filter((one) => plain.includes(one))) {
      let rest = plain.replace(name, '');
      for (const place of places) rest = rest.replaceAll(place, '');
      if (!isAround(rest)) continue;
      const { read } = readers.indicator(name);
      if (read.kind === 'one') found.add(read.code);
      break;
    }
  }
  const [code = null, other] = found;
  return other === undefined ? code : null;
}

/** The units that a text names: their codes, and the text without their names. Of 南通市崇川区 it is the second one. */
function placesIn(text: string, { units }: Pick<MappingNames, 'units'>, readers: Readers) {
  const found = new Map<string, string>();
  let rest = text;
  for (const name of namesOf(units)) {
    const read = rest.includes(name) ? readers.unit(name) : null;
    if (read?.kind !== 'one') continue;
    found.set(read.code, rest.slice(rest.indexOf(name) + name.length));
    rest = rest.replaceAll(name, '|');
  }
  const entries = units.filter(({ code }) => found.has(code));
  const isParent = ({ nameZh }: { nameZh: string }) => entries.some(({ parentZh }) => parentZh === nameZh);
  const own = entries.filter((entry) => !isParent(entry));
  return { rest: rest.replaceAll('|', ''), places: own.map(({ code }) => ({ code, behind: found.get(code) ?? '' })) };
}

/** The one unit that titles are about as a whole, or null: its name, and besides an indicator and words of time nothing. */
export function titleUnit(titles: readonly string[], names: MappingNames, readers: Readers): string | null {
  const found = new Set<string>();
  const all = namesOf(names.indicators);
  for (const title of titles) {
    let { rest, places } = placesIn(withoutBrackets(title, readers), names, readers);
    for (const indicator of all) rest = rest.replaceAll(indicator, '');
    const [place, other] = places;
    if (place && !other && isAround(rest) && !ofParts.test(rest)) found.add(place.code);
  }
  const [code = null, other] = found;
  return other === undefined ? code : null;
}

/** Whether a text is a title that names indicators, units and times, and says nothing else. */
export function isTitle(text: string, { indicators, units }: MappingNames, readers: Readers): boolean {
  let rest = withoutBrackets(text, readers);
  for (const name of [...namesOf(indicators), ...namesOf(units)]) rest = rest.replaceAll(name, '');
  return isAround(rest);
}

/** The units that a text names, other than as the place of an office. */
export function unitsIn(text: string, names: Pick<MappingNames, 'units'>, readers: Readers): Set<string> {
  const { places } = placesIn(plainName(text), names, readers);
  return new Set(places.flatMap(({ code, behind }) => (office.test(behind) ? [] : code)));
}
