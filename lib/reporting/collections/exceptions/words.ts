import type { Named } from '@/lib/i18n/words';
import type { ReopenState } from '@/lib/reporting/words';

/** A unit's pending request for more time. */
export type PendingExtension = {
  readonly unit: Named;
  readonly number: number;
  readonly wishedOn: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
};

/** The own unit's last request for more time, with the answer. */
export type OwnExtension = {
  readonly wishedOn: string;
  readonly reason: string;
  readonly state: ReopenState;
  readonly decision: string;
};
