import type { Gaps, LackingKind, StoredTerms } from '@/lib/assessment/runs/words';
import type { Note, RunState, VersionState } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';

/** A run in a list; people are named, and identified where another person has to take the next step. */
export type RunLine = {
  readonly id: string;
  readonly version: number;
  readonly scheme: Named;
  readonly schemeVersion: number;
  readonly versionState: VersionState;
  readonly isExample: boolean;
  readonly group: Named;
  readonly periodCode: string;
  readonly state: RunState;
  readonly isDemonstration: boolean;
  readonly units: number;
  readonly ranked: number;
  readonly items: number;
  readonly sha256: string;
  readonly computedBy: string;
  readonly computedByName: string;
  readonly computedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: Date | null;
  readonly publishedByName: string | null;
  readonly publishedAt: Date | null;
};

/** A row of a run's short table. */
export type StandingLine = {
  readonly unit: Named;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly previousRank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly grade: string | null;
  readonly notes: readonly Note[];
};

export type RunDetail = RunLine & {
  /** Notes that affected many scores at once, each with its item; notes about one unit stand beside its score. */
  readonly notes: readonly { readonly note: Note; readonly item: Name | null }[];
  /** The units under their names at that time. */
  readonly unitsThen: StoredTerms['units'];
  readonly note: string;
  readonly engine: number;
  readonly hasRobustness: boolean;
  readonly previousRunId: string | null;
  readonly deadlinePassed: boolean;
  /** Counts of frozen inputs. */
  readonly figures: number;
  readonly targets: number;
  readonly entries: number;
  readonly unconfirmed: number;
  readonly open: {
    readonly provisional: {
      readonly units: number;
      readonly names: readonly string[];
      readonly items: readonly string[];
    };
    readonly bounds: { readonly units: number; readonly names: readonly string[] };
    readonly gaps: readonly Gaps[];
    readonly lacking: readonly Gaps<LackingKind>[];
  };
  readonly standings: readonly StandingLine[];
};

export type SchemeToRun = Name & {
  readonly code: string;
  readonly versions: readonly { readonly number: number; readonly state: VersionState }[];
};
