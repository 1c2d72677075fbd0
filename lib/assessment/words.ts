/** A scheme assesses a peer group as a whole, or in one subject: 综合考核, 专项评选. */
export const schemeKinds = ['comprehensive', 'special'] as const;
export type SchemeKind = (typeof schemeKinds)[number];

export const versionStates = ['draft', 'published', 'superseded'] as const;
export type VersionState = (typeof versionStates)[number];

/** 试算 → 审定 → 发布; a later run of the same scheme and period supersedes a published one. */
export const runStates = ['trial', 'approved', 'published', 'superseded'] as const;
/** The states of a run that is out: published, or published until a later one took its place. */
export const outStates = ['published', 'superseded'] as const satisfies readonly (typeof runStates)[number][];
export type RunState = (typeof runStates)[number];

export const itemDirections = ['higher', 'lower', 'range'] as const;
export type ItemDirection = (typeof itemDirections)[number];

/** How a block aggregates its parts. */
export const aggregations = ['sum', 'arithmetic', 'geometric', 'harmonic'] as const;
export type Aggregation = (typeof aggregations)[number];

export const transformKinds = [
  'log',
  'ratio',
  'growth',
  'change',
  'rank',
  'winsorise',
  'average',
  'expression',
] as const;
export type TransformKind = (typeof transformKinds)[number];

/**
 * The figures of an item for the period of a run: those of the period itself, the last figure at its end, the unit's latest
 * one within it, or the sum or mean of its months, for which every month is needed.
 */
export const periodRules = ['asRun', 'lastOfPeriod', 'latestWithin', 'sumOfMonths', 'meanOfMonths'] as const;
export type PeriodRule = (typeof periodRules)[number];

export const missingPolicies = ['pending', 'zero', 'rebase', 'carryLast', 'excludeUnit'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/**
 * Policies for a target that was not set, which is the office's omission and not the unit's: the run waits for it, the
 * item is left out for the unit, or it earns nothing.
 */
export const noTargetPolicies = ['pending', 'leaveOut', 'zero'] as const;
export type NoTargetPolicy = (typeof noTargetPolicies)[number];

export const notApplicablePolicies = ['rebase', 'full', 'zero'] as const;
export type NotApplicablePolicy = (typeof notApplicablePolicies)[number];

/** Policies for a value that is a bound (多, 余, 以上): taken as its number, or as not reported. */
export const boundPolicies = ['asNumber', 'asMissing'] as const;
export type BoundPolicy = (typeof boundPolicies)[number];

/** The share of every unit when all values are equal: the full score, the method's base, or zero. */
export const allEqualPolicies = ['full', 'base', 'zero'] as const;
export type AllEqualPolicy = (typeof allEqualPolicies)[number];

/** Policies for a ratio with a denominator of zero or less: not reported, or a score of zero. */
export const denominatorPolicies = ['asMissing', 'zero'] as const;
export type DenominatorPolicy = (typeof denominatorPolicies)[number];

/** Policies for a group of one, which has no peers: its items of peer methods are left out, or get the full score. */
export const oneUnitPolicies = ['leaveOut', 'full'] as const;
export type OneUnitPolicy = (typeof oneUnitPolicies)[number];

/** Ranks of tied totals: 1,2,2,4 · 1,2,2,3 · 1,2.5,2.5,4 */
export const tieRules = ['competition', 'dense', 'average'] as const;
export type TieRule = (typeof tieRules)[number];

/** The basis of ranks: totals as computed, equal within 1e-9, or rounded to the published decimals. */
export const rankBases = ['unrounded', 'rounded'] as const;
export type RankBasis = (typeof rankBases)[number];

export const quotaRoundings = ['down', 'halfUp', 'up', 'atLeastOne'] as const;
export type QuotaRounding = (typeof quotaRoundings)[number];

/** Rules for a tie across the line of a quota: all above it, all below, or divided by the official order of units. */
export const lineRules = ['above', 'below', 'officialOrder'] as const;
export type LineRule = (typeof lineRules)[number];

/** Kinds of ledger entries. A veto acts on grade or eligibility, never on the total alone. */
export const entryKinds = ['bonus', 'deduction', 'veto', 'score', 'notApplicable'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** 预扣 → 拟定 → 复核 → 确定, or 撤销. Only confirmed entries count in a run that is to be published. */
export const entryStates = ['provisional', 'proposed', 'reviewed', 'confirmed', 'revoked'] as const;
export type EntryState = (typeof entryStates)[number];

/** The outcome of an item for a unit. */
export const itemStates = ['scored', 'pending', 'missing', 'noTarget', 'notApplicable', 'leftOut'] as const;
export type ItemState = (typeof itemStates)[number];

/** What touched a unit's place besides its own exact figures: marks in its row, sentences below the ranking. */
export const touchingKinds = [
  'dataGaps',
  'noTargets',
  'boundsUsed',
  'valuesCarried',
  'valuesClamped',
  'itemsLeftOut',
  'targetsUnsettled',
  'basesSummed',
  'basesLacking',
  'notConcerned',
  'belowLine',
] as const;

/** Everything that may have affected a score besides its formula; each has a message under `notes`. */
export const noteKinds = [
  'clampedHigh',
  'clampedLow',
  'missingZero',
  'missingRebased',
  'missingCarried',
  'takenFrom',
  'unitFactor',
  'sumOfMonths',
  'meanOfMonths',
  'missingPending',
  'unitExcluded',
  'notApplicableRebased',
  'notApplicableKept',
  'notApplicableFull',
  'notApplicableZero',
  'boundAsNumber',
  'boundAsMissing',
  'boundOutsidePeers',
  'allEqual',
  'oneUnit',
  'oneRanked',
  'denominator',
  'fallback',
  'noPercentage',
  'zeroTarget',
  'negativeTarget',
  'noTarget',
  'noBase',
  'targetLeftOut',
  'targetZero',
  'disputedTarget',
  'openTarget',
  'yearTarget',
  'yearTargets',
  'summedBase',
  'mergedBase',
  'splitBase',
  'acrossDefinition',
  'winsorised',
  'trimmed',
  'sharedRank',
  'firstHeld',
  'incidentHeaviest',
  'ledgerFloor',
  'itemCap',
  'blockCap',
  'totalCap',
  'bonus',
  'deduction',
  'veto',
  'rebased',
  'tie',
  'tieBroken',
  'tieAtPrecision',
  'apart',
  'promoted',
  'gradeLine',
  'quotaRounded',
  'provisional',
  'waitsForRank',
  'gradeWaits',
  'quotaWaits',
  'blockZero',
  'takenByVeto',
  'belowBand',
  'logOfNonPositive',
  'outlierStretch',
  'lowCoverage',
  ...touchingKinds,
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A note with the numbers and codes of its sentence. Numbers are doubles, shown rounded. */
export type Note = { readonly kind: NoteKind; readonly values?: Readonly<Record<string, string | number>> };
