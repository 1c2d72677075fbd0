import type { ItemDirection, SchemeKind, VersionState } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** Faults of a document that is no scheme; each has a message under `schemes`. */
export const faultKeys = [
  'missing',
  'number',
  'whole',
  'text',
  'list',
  'object',
  'yesNo',
  'tooSmall',
  'tooBig',
  'empty',
  'tooLong',
  'tooFew',
  'tooMany',
  'code',
  'unknownField',
  'notListed',
  'characters',
  'tooDeep',
  'other',
] as const;
export type FaultKey = (typeof faultKeys)[number];

/** A field that violates the schema of schemes; `path` as `root.parts[0].method.target`. */
export type SchemeFault = {
  readonly path: string;
  readonly key: FaultKey;
  readonly values: Readonly<Record<string, string | number>>;
};

/** Findings that block publication. */
export const blockingKeys = [
  'weightSum',
  'keyTwice',
  'unknownIndicator',
  'indicatorMissing',
  'directionMissing',
  'directionRange',
  'directionOfRange',
  'noTargets',
  'zeroTarget',
  'negativeTarget',
  'boundsEqual',
  'boundsOrder',
  'tiersOrder',
  'bandsOrder',
  'standardOrder',
  'floorAboveCap',
  'percentilesOrder',
  'rangeOrder',
  'zeroReference',
  'blendSum',
  'unknownNode',
  'unknownGrade',
  'unknownBlock',
  'unknownUnit',
  'unitTwice',
  'gradesMissing',
  'cutoffMissing',
  'cutoffOrder',
  'quotaMissing',
  'quotaBoth',
  'quotaSum',
  'quotaCount',
  'unknownGroup',
  'groupEmpty',
  'totalOrder',
] as const;
/** Findings that only warn. */
export const warningKeys = [
  'noData',
  'retired',
  'someTargets',
  'indicatorUnused',
  'directionDiffers',
  'oneUnit',
  'coarseRounding',
  'uncovered',
] as const;
export type FindingKey = (typeof blockingKeys)[number] | (typeof warningKeys)[number];

/** A finding of the check list. `units` are the codes of affected units. */
export type SchemeFinding = {
  readonly path: string;
  readonly key: FindingKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly units?: readonly string[];
};

export type SchemeIndicator = Named & {
  readonly topic: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
  readonly direction: ItemDirection | 'none';
  /** Whether its last day has passed. */
  readonly isRetired?: boolean;
};

/** The number of units that lack a target, and the first of them in the official order. */
export type Lacking = { readonly count: number; readonly units: readonly string[] };
/** The most units that a finding names. */
export const namedUnits = 10;

/** The catalogue that a scheme is checked against: all indicators, and of one group its units, figures and targets. */
export type SchemeCatalogue = {
  readonly group: string;
  readonly groups: readonly (Named & { readonly isDemonstration: boolean })[];
  readonly topics: readonly Named[];
  readonly indicators: readonly SchemeIndicator[];
  /** In the official order. */
  readonly units: readonly Named[];
  /** Indicators with a figure of some unit of the group. */
  readonly withData: readonly string[];
  /**
   * For indicators with a target of some unit: the units that lack the base target, and those that lack the stretch
   * target.
   */
  readonly lacking: Readonly<Record<string, { readonly base: Lacking; readonly stretch: Lacking }>>;
  /** Units of the same kind in groups without a published scheme (应考尽考). */
  readonly uncovered: readonly Named[];
};

/** A scheme in the list: its visible version, and its draft. */
export type SchemeLine = Named & {
  readonly kind: SchemeKind;
  readonly group: Named;
  readonly isDemonstration: boolean;
  readonly isExample: boolean;
  readonly items: number;
  readonly publishedNumber: number | null;
  readonly publishedAt: Date | null;
  readonly draftNumber: number | null;
  readonly draftEditedAt: Date | null;
};

/** A draft that another person than its editor may publish. */
export type WaitingDraft = Named & {
  readonly number: number;
  readonly editorName: string;
  readonly editedAt: Date;
};

export type SchemeVersion = {
  readonly number: number;
  readonly state: VersionState;
  readonly basedOn: number | null;
  readonly note: string;
  readonly version: number;
  readonly editedBy: string;
  readonly editorName: string;
  readonly editedAt: Date;
  readonly publisherName: string | null;
  readonly publishedAt: Date | null;
};
