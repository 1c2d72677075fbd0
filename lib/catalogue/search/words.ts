/** The kinds of search results. */
export const foundKinds = ['indicator', 'unit', 'source'] as const;
export type FoundKind = (typeof foundKinds)[number];

export type Found = {
  readonly kind: FoundKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};
