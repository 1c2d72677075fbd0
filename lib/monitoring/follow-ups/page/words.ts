import type { Named } from '@/lib/i18n/words';
import type { RemarkLine } from '@/lib/monitoring/follow-ups/remarks/words';
import type { FollowUp, MetBy, Step } from '@/lib/monitoring/follow-ups/words';
import type { EvidenceLine } from '@/lib/reporting/attachments/words';

/** A step in the history as a page tells it. */
export type HistoryStep = {
  readonly step: Step;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** A follow-up with everything that its page shows. */
export type FollowUpView = FollowUp & {
  readonly id: string;
  /** The units and indicators that it mentions, by code. */
  readonly units: ReadonlyMap<string, Named>;
  readonly indicators: ReadonlyMap<string, Named & { readonly unitZh: string; readonly unitEn: string }>;
  /** The remark that it was raised from. */
  readonly remark: RemarkLine | null;
  /** The figure that satisfies its condition: now, or when it was closed. */
  readonly metBy: MetBy | null;
  readonly isClosedDespite: boolean;
  readonly askedBy: string;
  readonly files: readonly EvidenceLine[];
  readonly history: readonly HistoryStep[];
  /** Those that were merged into it and are in sight, with their histories. */
  readonly merged: readonly { readonly id: string; readonly title: string; readonly history: readonly HistoryStep[] }[];
  /** Those of the same unit that it may be merged into. */
  readonly mergeable: readonly { readonly id: string; readonly title: string }[];
};
