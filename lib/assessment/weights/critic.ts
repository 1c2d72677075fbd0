import { lastDigits } from '@/lib/statistics/noise';
import { type ComparableColumns, sharesOf } from './columns';

/**
 * CRITIC weights: information C = σ Σ(1 − r) of each column, r its correlation with every other one, weight C / ΣC
 * (Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC
 * method, Computers & Operations Research 22, 1995). A constant column weighs 0 and correlates with nothing. Null for
 * fewer than two units and where no column differs from another.
 */
export function criticWeights({ columns, units }: ComparableColumns): readonly number[] | null {
  if (units.length < 2) return null;
  const centred = columns.map(centredOf);
  const lengths = centred.map((column) => Math.sqrt(dot(column, column)));
  const information = centred.map((column, at) => {
    const conflict = centred.reduce((sum, other, place) => {
      const scale = (lengths[at] ?? 0) * (lengths[place] ?? 0);
      const apart = scale === 0 ? 0 : 1 - dot(column, other) / scale;
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

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
