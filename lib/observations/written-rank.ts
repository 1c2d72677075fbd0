import type { Locale } from '@/lib/i18n/words';
import type { PublishedRankView } from '@/lib/observations/words';

const zhDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

type Rank = Pick<PublishedRankView, 'scopeZh' | 'scopeEn' | 'rank' | 'qualifier'>;

/** A published rank in words: 全市第二, 全国第21, 全国第31名以后; No. 2 in the city. */
export function writtenRank({ scopeZh, scopeEn, rank, qualifier }: Rank, locale: Locale): string {
  const open = qualifier === 'at_least';
  if (locale === 'en') return `No. ${rank}${open ? ' or lower' : ''} ${scopeEn}`;
  return `${scopeZh}第${zhDigits[rank] ?? rank}${open ? '名以后' : ''}`;
}
