import { matchesWords } from '@/lib/catalogue/search/match-words';

/** The searchable fields of an indicator. */
type Findable = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly initials: string;
  /** The responsible department, where the reader may ask for it. */
  readonly responsibleZh?: string;
  readonly responsibleEn?: string;
};

/** Whether every word of the query is in the Chinese or English name, the pinyin initials, the code or the name of the responsible department. */
export function matchesIndicator(indicator: Findable, query: string): boolean {
  const { nameZh, nameEn, initials, code, responsibleZh = '', responsibleEn = '' } = indicator;
  return matchesWords([nameZh, nameEn, initials, code, responsibleZh, responsibleEn], query);
}
