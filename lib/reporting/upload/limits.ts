const megabyte = 1024 * 1024;

/** What an uploaded file may measure. Sizes in bytes; rows and columns of the part of a sheet that is filled in. */
export const limits = {
  xlsx: {
    bytes: 5 * megabyte,
    parts: 2000,
    inflatedBytes: 100 * megabyte,
    ratio: 200,
    rows: 20_000,
    columns: 200,
  },
  /** What a whole request may measure: the largest file and its form. The gate before the framework says the same. */
  bodyBytes: 22 * megabyte,
  csv: { bytes: 20 * megabyte, rows: 200_000, columns: 200 },
  /** Cells that a reader takes at most, up to the last filled one of each row; of a sheet of figures fewer. */
  cells: 2_000_000,
  figureCells: 500_000,
  /** Characters of a cell, as many as a spreadsheet holds. */
  characters: 32_767,
  /** A part below this may be compressed as well as it likes: a short repetitive one is no threat. */
  ratioCountsFrom: megabyte,
  /** Files of all accounts that are under way, most of them on the disk, and those that are in memory. */
  queue: { atOnce: 2, most: 40 },
  parser: { heapMegabytes: 256, youngMegabytes: 24, seconds: 20, atOnce: 1, waiting: 20 },
} as const;

export const inMegabytes = (bytes: number) => Math.round(bytes / megabyte);

export type Format = 'xlsx' | 'csv';
