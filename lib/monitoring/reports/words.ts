import type { Named } from '@/lib/i18n/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampMonth } from '@/lib/monitoring/lamps/shown/words';
import type { YearSoFar } from '@/lib/monitoring/reports/standings/words';

/** The steps of a year: 月度统计, 季度监测, 半年评估, 年度考核. */
export const reportKinds = ['month', 'quarter', 'half', 'year'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reportStates = ['draft', 'published'] as const;
export type ReportState = (typeof reportStates)[number];

/** An indicator as a report told it, with who answers for it. */
export type ReportIndicator = LampIndicator & { readonly responsibleZh: string; readonly responsibleEn: string };

/** What a published report keeps beside the lamps that it told: names as they were, and what had no lamp. */
export type FrozenReport = {
  readonly group: Named;
  readonly units: readonly Named[];
  readonly indicators: readonly ReportIndicator[];
  /** How many of the issued targets had no lamp, by unit. */
  readonly unlit: Readonly<Record<string, number>>;
  readonly yearSoFar?: YearSoFar;
};

/** A report of the lamps of a sequence in a month, without what it keeps. */
export type ReportHead = LampMonth & {
  readonly id: string;
  readonly kind: ReportKind;
  /** Which report of the same sequence, month and kind it is; from 2 on it corrects the one before. */
  readonly number: number;
  readonly group: Named;
  readonly state: ReportState;
  readonly note: string;
  readonly preparedBy: string;
  readonly preparer: string;
  readonly preparedAt: Date;
  readonly publisher: string | null;
  readonly publishedAt: Date | null;
  readonly version: number;
};

/** What the name of a report says. */
export type NamedReport = Pick<ReportHead, 'id' | 'kind' | 'number' | 'year' | 'month' | 'group'>;

/** A report with what it keeps; null for a draft. */
export type MonitoringReport = ReportHead & { readonly frozen: FrozenReport | null };
