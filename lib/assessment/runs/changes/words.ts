import type { EntryKind, Note } from '@/lib/assessment/words';
import type { Name } from '@/lib/i18n/words';

export type FigureAt = { readonly value: string; readonly revision: number; readonly source: string };

/** A figure that differs from the frozen one; null on the side where there is none. */
export type ChangedFigure = {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  readonly before: FigureAt | null;
  readonly after: FigureAt | null;
};

export type TargetAt = { readonly base: string; readonly stretch: string | null };
export type ChangedTarget = {
  readonly unit: string;
  readonly indicator: string;
  readonly before: TargetAt | null;
  readonly after: TargetAt | null;
};

/** A ledger entry that counts on one side only. */
export type ChangedEntry = {
  readonly id: string;
  readonly unit: string;
  readonly kind: EntryKind;
  readonly node: string;
  readonly points: number;
  readonly reason: string;
  readonly isNew: boolean;
};

export type ChangedInputs = {
  readonly figures: readonly ChangedFigure[];
  readonly targets: readonly ChangedTarget[];
  readonly entries: readonly ChangedEntry[];
  /** Codes of units that joined or left the group. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
};

/** A unit whose published total, rank or grade would change; ranks are null outside the ranking. */
export type MovedUnit = {
  readonly unit: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
};
export type Standing = {
  readonly shown: string | null;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly notes: readonly Note[];
};

/** The result of a run with present inputs. Nothing of it is applied to the run. */
export type WouldChange = {
  readonly inputs: ChangedInputs;
  readonly moved: readonly MovedUnit[];
  /** Names by code, in both languages. */
  readonly units: Readonly<Record<string, Name>>;
  readonly indicators: Readonly<Record<string, Name>>;
};
