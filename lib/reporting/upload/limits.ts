const megabyte = 1024 * 1024;

/** Limits of an uploaded file. Sizes in bytes; rows and columns of the filled part of a sheet. */
export const limits = {
  xlsx: {
    bytes: 5 * megabyte,
    parts: 2000,
    inflatedBytes: 100 * megabyte,
    ratio: 200,
    rows: 20_000,
    columns: 200,
  },
  /** The size of a whole request: the largest file and its form. The gate before the framework has the same limit. */
  bodyBytes: 22 * megabyte,
  csv: { bytes: 20 * megabyte, rows: 200_000, columns: 200 },
  /** The most cells read, up to the last filled one of each row; a sheet of figures has a lower limit. */
  cells: 2_000_000,
  figureCells: 500_000,
  /** Characters of a cell, the limit of spreadsheets. */
  characters: 32_767,
  /** The size below which the compression ratio of a part is not limited: a short repetitive part is harmless. */
  ratioCountsFrom: megabyte,
  /** The limits of files in work over all accounts, most of them on disk, and of those in memory. */
  queue: { atOnce: 2, most: 40 },
  parser: { heapMegabytes: 256, youngMegabytes: 24, seconds: 20, atOnce: 1, waiting: 20 },
} as const;

export const inMegabytes = (bytes: number) => Math.round(bytes / megabyte);

export type Format = 'xlsx' | 'csv';
