import type { Sheet } from './words';

/** Whether any cell of a column is a number. */
export const holdsNumbers = (rows: Sheet['rows'], at: number): boolean =>
  rows.some((row) => {
    const cell = row[at] ?? null;
    return cell !== null && 'number' in cell;
  });
