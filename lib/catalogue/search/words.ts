import type { Named } from '@/lib/i18n/words';

/** The kinds of search results; pages are those of the menu and those behind its buttons. */
export const foundKinds = [
  'page',
  'task',
  'figure',
  'number',
  'indicator',
  'unit',
  'department',
  'scheme',
  'run',
  'report',
  'followUp',
  'taskList',
  'register',
  'bulletin',
  'board',
  'source',
  'annotation',
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Those of the catalogue, which one query finds. */
export const catalogueKinds = ['indicator', 'unit', 'department', 'scheme', 'source', 'annotation'] as const;

/** A department that is responsible for indicators is found by its Chinese name, which is its code. */
export type Found = {
  readonly kind: (typeof catalogueKinds)[number];
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
};

/** A unit with an indicator of which it has a figure, and the peer group in which it is ranked by it. */
export type FoundFigure = { readonly unit: Named; readonly indicator: Named; readonly group: string | null };
