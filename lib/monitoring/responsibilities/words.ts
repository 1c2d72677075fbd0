import type { Frequency } from '@/lib/catalogue/words';
import type { Name, Named } from '@/lib/i18n/words';

/** An item of a published scheme that measures an indicator. */
export type ListedItem = {
  readonly scheme: string;
  readonly schemeName: Name;
  readonly item: Name;
  readonly indicator: string;
  readonly group: string;
};

/** What a unit answers for: an indicator with its target, its bodies, how often it is reported, and where it counts. */
export type Responsibility = {
  /** `validTo` is the last day of a unit that ended. */
  readonly unit: Named & { readonly validTo: string | null };
  readonly indicator: Named & { readonly unitZh: string; readonly unitEn: string; readonly decimals: number };
  readonly base: string | null;
  readonly stretch: string | null;
  readonly answer: 'none' | 'confirmed' | 'disputed' | null;
  readonly responsible: Name;
  readonly assisting: Name;
  readonly frequency: Frequency;
  readonly items: readonly ListedItem[];
};

/** What the list is narrowed to; empty texts narrow nothing. */
export type ResponsibilityChoice = {
  readonly year: number;
  readonly group: string;
  readonly department: string;
  readonly scheme: string;
  readonly q: string;
  readonly only: '' | 'without' | 'disputed';
};
