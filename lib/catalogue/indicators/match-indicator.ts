import { matchesWords } from '@/lib/catalogue/search/match-words';

/** The searchable fields of an indicator. */
type Findable = { readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly initials: string };

/** Whether every word of the query is in the Chinese or English name, the pinyin initials or the code. */
export function matchesIndicator(indicator: Findable, query: string): boolean {
  return matchesWords([indicator.nameZh, indicator.nameEn, indicator.initials, indicator.code], query);
}
