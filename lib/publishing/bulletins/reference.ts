/** The number of a document, open while it is not issued: 考办发〔2026〕1号. */
export const referenceOf = (word: string, year: number, number: number | null): string =>
  `${word}〔${year}〕${number ?? '　'}号`;
