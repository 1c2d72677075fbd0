import { decimalOf } from '@/lib/statistics/numbers';

/** A place as it is printed: a mean place of tied units has one decimal. */
export const writtenPlace = (rank: number): string => decimalOf(rank, Number.isInteger(rank) ? 0 : 1);
