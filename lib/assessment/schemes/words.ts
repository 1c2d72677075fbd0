import type { ItemDirection, SchemeKind, VersionState } from '@/lib/assessment/words';
import type { Named } from '@/lib/i18n/words';

/** What may be wrong with a document before it is a scheme at all; the words are in the room `schemes`. */
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

/** A field that is not as the schema of schemes asks; `path` as `root.parts[0].method.target`. */
export type SchemeFault = {
  readonly path: string;
  readonly key: FaultKey;
  readonly values: Readonly<Record<string, string | number>>;
};

/** What stands between a draft and its publication. */
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
/** What is worth a look and stands in nobody's way. */
export const warningKeys = [
  'noData',
  'someTargets',
  'indicatorUnused',
  'directionDiffers',
  'oneUnit',
  'coarseRounding',
  'uncovered',
] as const;
export type FindingKey = (typeof blockingKeys)[number] | (typeof warningKeys)[number];

/** A line of the check list. `units` are codes of the units it is about. */
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
};

/** How many units have none, and the first of them in the official order. */
export type Lacking = { readonly count: number; readonly units: readonly string[] };
/** As many units as a finding names. */
export const namedUnits = 10;

/** What a scheme is checked against: the catalogue, and of one group its units, their figures and their targets. */
export type SchemeCatalogue = {
  readonly group: string;
  readonly groups: readonly (Named & { readonly isDemonstration: boolean })[];
  readonly topics: readonly Named[];
  readonly indicators: readonly SchemeIndicator[];
  /** In the official order. */
  readonly units: readonly Named[];
  /** Indicators of which some unit of the group has a figure. */
  readonly withData: readonly string[];
  /** Of indicators of which some unit has a target: which units have none, and which none to stretch for. */
  readonly lacking: Readonly<Record<string, { readonly base: Lacking; readonly stretch: Lacking }>>;
  /** Units of the same kind in groups for which no scheme is published (应考尽考). */
  readonly uncovered: readonly Named[];
};

/** A scheme in the list: the version that may be seen, and its draft. */
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
