/** What a search finds. */
export const foundKinds = ['indicator', 'unit', 'source'] as const;
export type FoundKind = (typeof foundKinds)[number];

export type Found = {
  readonly kind: FoundKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** The page of what was found. */
export const pathOf: Record<FoundKind, string> = {
  indicator: '/catalogue/indicators',
  unit: '/catalogue/units',
  source: '/catalogue/sources',
};
