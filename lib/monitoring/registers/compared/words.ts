import type { Named } from '@/lib/i18n/words';
import type { CountFilter } from '@/lib/monitoring/registers/words';
import type { PrintedFigure } from '@/lib/observations/words';

/** An indicator that is counted from a register. */
export type CountLink = CountFilter & {
  readonly id: string;
  readonly indicator: Named;
  /** The unit whose figure it is; null where each street or bureau has its own. */
  readonly unit: Named | null;
};

/** A count of the last day of a month, beside the figures of that month. */
export type ComparedRow = {
  readonly link: CountLink;
  readonly unit: Named;
  /** What the register counts for that day, as it is known now. */
  readonly counted: number;
  /** The figure that pages show, and whether it was counted from this register. */
  readonly shown: (PrintedFigure & { readonly revision: number; readonly isCounted: boolean }) | null;
  /** The last figure of that month from any other document. */
  readonly reported: PrintedFigure | null;
  /** The count that was fixed and confirmed last, and what the register counts today for the same; null for none. */
  readonly fixed: {
    readonly counted: number;
    readonly again: number;
    readonly by: string;
    readonly confirmedBy: string;
  } | null;
  /** The count that waits for another official; null for none. */
  readonly waiting: { readonly counted: number; readonly by: string } | null;
};

/** How a count stands to a reported figure: the same, within its bound (余, 多, 以上), near one that says 约, or another. */
export const agreements = ['same', 'within', 'about', 'differs'] as const;
export type Agreement = (typeof agreements)[number];
