/** The searchable fields of an indicator. */
type Findable = { readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly initials: string };

const foldText = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word of the query is in the Chinese or English name, the pinyin initials or the code. */
export function matchesIndicator(indicator: Findable, query: string): boolean {
  const texts = [indicator.nameZh, indicator.nameEn, indicator.initials, indicator.code].map(foldText);
  return foldText(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => texts.some((text) => text.includes(word)));
}
