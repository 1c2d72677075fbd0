import type { AnnexTable, Facts } from './words';

/** All that a document is written from. */
export type BulletinSource = {
  readonly facts: Facts;
  /** The names of units and of the scheme, which may have digits. */
  readonly names: readonly string[];
  readonly annex: AnnexTable;
  /** The scheme and the period of the run, as the trail says them. */
  readonly about: { readonly schemeCode: string; readonly periodCode: string };
  /** Writes the first wording. */
  readonly firstText: () => { readonly title: string; readonly body: string };
};

/** The number of a document, open while it is not issued: 考办发〔2026〕1号. */
export const referenceOf = (word: string, year: number, number: number | null): string =>
  `${word}〔${year}〕${number ?? '　'}号`;
