import type { Direction, Measure } from '@/lib/catalogue/words';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

/** The two places of the overview, and the set the city is ranked in. */
export const cityGroup = 'JS_CITIES';
export const countyGroup = 'NT_COUNTIES';

/** What the city is ranked by among its peers, the first on top. */
export const rankedIndicators = ['GDP', 'GDP_PC'] as const;

/** The families of the development zone's cards, in the order of the page. */
export const zoneFamilies = ['industry', 'enterprises', 'regulation', 'freight', 'standing'] as const;

/** Indicators shown as a line under another's card: 3,919 家, in 25 个 fields. */
export const companions: Readonly<Record<string, string>> = { REG_FIELDS: 'REG_ENT' };

/** What the city's column shows, in this order, where there is a figure. */
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
  readonly sortOrder: number;
};

/** A figure with what it measures, the ranks its sources state, and its computed place where peers have figures. */
export type Card = {
  readonly indicator: IndicatorHead;
  readonly figure: FigureView;
  readonly ranks: readonly PublishedRankView[];
  readonly place: { readonly place: number; readonly of: number } | null;
};

/** A document with how many figures are cited from it. */
export type NewDocument = {
  readonly code: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string;
  readonly figures: number;
};
