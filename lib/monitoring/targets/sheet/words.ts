import type { Told } from '@/lib/i18n/words';
import { type TargetField, type TargetPlace, targetFaults } from '@/lib/monitoring/targets/words';

/** Why a sheet of targets, or a cell of it, is not taken. */
export const sheetFaults = ['unit', 'unitEither', 'twice', ...targetFaults, 'read', 'issued', 'stretchWorse'] as const;
export type SheetFault = (typeof sheetFaults)[number];

/** A cell of a sheet that is not taken: where it is, what it says and why. */
export type FaultyCell = { readonly address: string; readonly text: string; readonly fault: SheetFault };

/** A cell that changes a target: where it is, its new text and what stands there now. */
export type ChangedCell = TargetPlace & {
  readonly address: string;
  readonly field: TargetField;
  readonly before: string;
  readonly after: string;
  /** With its code where another unit has the same name. */
  readonly unitName: Told;
  readonly indicatorName: Told;
};

/** What a sheet would do, compared and not written. `cells` are the drafts to be written as they then are. */
export type ComparedSheet = {
  readonly changed: readonly ChangedCell[];
  readonly unchanged: number;
  readonly faults: readonly FaultyCell[];
  readonly cells: readonly (TargetPlace & {
    readonly version: number;
    readonly base: string;
    readonly stretch: string;
  })[];
  /** Heads that name no indicator, which were left out. */
  readonly leftOut: readonly string[];
};
