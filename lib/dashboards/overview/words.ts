import type { Direction, Measure } from '@/lib/catalogue/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

/** The peer group in which the city is ranked. */
export const cityGroup = 'JS_CITIES';
export const countyGroup = 'NT_COUNTIES';

/** The indicators by which the city is ranked among its peers, in order. */
export const rankedIndicators = ['GDP', 'GDP_PC'] as const;

/** The topics of the development zone's cards, in the order of the page. */
export const zoneFamilies = ['industry', 'enterprises', 'regulation', 'freight', 'standing'] as const;

/** Indicators shown as a line under another's card: 3,919 家, in 25 fields. */
export const companions: Readonly<Record<string, string>> = { REG_FIELDS: 'REG_ENT' };

/** The indicators of the city's column, in this order, where there is a figure. */
export const cityIndicators = [
  'GDP',
  'GDP_G',
  'GDP_PC',
  'TRADE',
  'INC',
  'FISCAL',
  'POP',
  'PORT',
  'TEU',
  'FREIGHT',
  'MARINE',
  'PM25',
  'PERF_GRADE',
  'BIZ_ENV_RANK',
] as const;

export type IndicatorHead = {
  readonly code: string;
  readonly topicCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly redefined: readonly string[];
  readonly sortOrder: number;
};

/** A figure with its indicator, its stated ranks, and its computed place where peers have figures. */
export type Card = {
  readonly indicator: IndicatorHead;
  readonly figure: FigureView;
  readonly ranks: readonly PublishedRankView[];
  readonly place: { readonly place: number; readonly of: number } | null;
};

/** A document with the number of figures that cite it. */
export type NewDocument = {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly figures: number;
};
