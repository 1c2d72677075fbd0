import { plainName } from '@/lib/catalogue/plain-name';
import type { MappingNames, Readers } from '@/lib/reporting/mapping/names';

/** Words of a title besides the indicator: times, places in general, and that it is a table. */
const around =
  /\d{4}年|\d{1,2}(?:-\d{1,2})?月(?:份)?|[一二三四1-4]季度|[上下]半年|全[国省市县区]|各|分|按|县|市|区|板块|地区|街道|镇|月|季|年|度|主要|完成|累计|情况|统计|一览|汇总|通报|快报|月报|表|数据|的|及|[()、,.:;·\-\s]|附|[一二三四五六七八九十]、/g;

/**
 * The one indicator that a title is about, or null: its name, and besides words of time and place nothing. A title of 用电量
 * and of its growth is about neither.
 */
export function titleIndicator(
  titles: readonly string[],
  { indicators, units }: MappingNames,
  readers: Readers,
): string | null {
  const found = new Set<string>();
  const places = units
    .flatMap(({ nameZh, aliases }) => [nameZh, ...aliases])
    .map(plainName)
    .filter((name) => name.length > 1);
  for (const title of titles) {
    const plain = plainName(title).replace(/[(（](?:单位)?[:：]?[^()（）]*[)）]$/, '');
    const named = indicators
      .flatMap(({ nameZh, nameEn, aliases }) => [nameZh, nameEn, ...aliases])
      .map(plainName)
      .filter((name) => name.length > 1 && plain.includes(name))
      .sort((a, b) => b.length - a.length);
    for (const name of named) {
      let rest = plain.replace(name, '');
      for (const place of places) rest = rest.replaceAll(place, '');
      if (rest.replace(around, '') !== '') continue;
      const { read } = readers.indicator(name);
      if (read.kind === 'one') found.add(read.code);
      break;
    }
  }
  const [code = null, other] = found;
  return other === undefined ? code : null;
}
