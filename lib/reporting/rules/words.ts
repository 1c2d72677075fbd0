/** Kinds of check rules. */
export const checkKinds = [
  'range',
  'decimals',
  'jumpPrevious',
  'jumpYear',
  'unitSlip',
  'cumulativeNotBelow',
  'cumulativeSum',
  'sumOfParts',
  'formula',
  'reportedGrowth',
  'peerOutlier',
] as const;
export type CheckKind = (typeof checkKinds)[number];
