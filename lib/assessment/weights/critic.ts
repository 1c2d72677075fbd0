import { lastDigits } from '@/lib/statistics/noise';
import { type ComparableColumns, sharesOf } from './columns';

/**
 * CRITIC weights: information C = σ Σ(1 − r) of each column, r its correlation with every other one, weight C / ΣC
 * (Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC
 * method, Computers & Operations Research 22, 1995). A constant column weighs 0 and correlates with nothing. Null for
 * fewer than two units and where no column differs from another. Of columns that are scaled only: the deviation of values
 * as they are would depend on their unit of measure, and correlations on their directions.
 */
export function criticWeights({ columns, units }: ComparableColumns): readonly number[] | null {
  if (units.length < 2) return null;
  const centred = columns.map(centredOf);
  const lengths = centred.map(lengthOf);
  const directions = centred.map((column, at) => directionOf(column, lengths[at] ?? 0));
  const information = directions.map((direction, at) => {
    const conflict = directions.reduce((sum, other, place) => {
      const apart = direction && other ? halfSquaredDistance(direction, other) : 0;
      // Rounding errors make equal columns differ slightly.
      return place === at || apart < lastDigits ? sum : sum + apart;
    }, 0);
    return ((lengths[at] ?? 0) / Math.sqrt(units.length)) * conflict;
  });
  return sharesOf(information);
}

function centredOf(column: readonly number[]): readonly number[] {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return column.map((value) => value - mean);
}

function lengthOf(column: readonly number[]): number {
  return Math.sqrt(column.reduce((sum, value) => sum + value * value, 0));
}

/** The column at length 1; null for a constant one. */
function directionOf(column: readonly number[], length: number): readonly number[] | null {
  return length === 0 ? null : column.map((value) => value / length);
}

/** 1 − r of two columns of length 1: subtracting r itself from 1 would lose the digits of nearly equal columns. */
function halfSquaredDistance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0) / 2;
}
