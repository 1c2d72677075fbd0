import type { Locale } from '@/lib/i18n/words';

/** What the product itself writes into stored texts, in Chinese, and what English pages say instead. */
export const ownWords = {
  derivedTitle: ['按公式由其他指标计算', 'Computed by formula from other indicators'],
  derivedPublisher: ['本系统', 'This system'],
  derivedNote: [
    '数据随所用指标的变化自动重算；公式、算式和所用文件列在每个数据的出处中。',
    'Computed again whenever a figure that it uses changes; the formula, its numbers and their documents stand in the citation of each figure.',
  ],
  figuresMoved: ['所用数据有变动，重新计算', 'Figures that it uses changed; computed again'],
  membersMoved: ['序列成员有变动，重新计算', 'The members of a sequence changed; computed again'],
  scopeMoved: ['指标口径有变动，重新计算', 'The scope of an indicator changed; computed again'],
  unitsMoved: ['单位合并或分设，重新计算', 'Units merged or split; computed again'],
  byFormula: ['按公式计算：', 'Computed by the formula '],
  fromDocument: ['录自文件', 'Taken from a document'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

const english: ReadonlyMap<string, string> = new Map(Object.values(ownWords));
const [formulaZh, formulaEn] = ownWords.byFormula;

/** A stored text in the reader's language where the product itself wrote it; texts of people stay as they are. */
export function inOwnWords(text: string, locale: Locale): string {
  if (locale === 'zh-CN') return text;
  const whole = english.get(text);
  if (whole !== undefined) return whole;
  return text.startsWith(formulaZh) ? `${formulaEn}${text.slice(formulaZh.length)}` : text;
}
