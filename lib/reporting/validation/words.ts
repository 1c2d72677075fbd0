/** What a rule can check. */
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
