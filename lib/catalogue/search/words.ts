/** The kinds of search results; pages are those of the menu. */
export const foundKinds = ['page', 'indicator', 'unit', 'scheme', 'source'] as const;
export type FoundKind = (typeof foundKinds)[number];

export type Found = {
  readonly kind: FoundKind;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};
