import { type ComparableColumns, comparableColumns, type DataColumn, rawColumns } from './columns';
import { criticWeights } from './critic';
import { entropyWeights } from './entropy';
import { equalWeights } from './equal';
import type { PairwiseWeights } from './pairwise';
import type { WeightSource } from './words';

export type Proposal = {
  readonly source: WeightSource;
  /** By part of the block, summing to 1. */
  readonly weights: readonly number[];
};

/** Proposals for the weights of a block, as far as data and comparisons allow. */
export function proposalsFor(
  parts: number,
  columns: readonly DataColumn[] | null,
  pairwise: PairwiseWeights | null,
): { readonly proposals: readonly Proposal[]; readonly data: ComparableColumns | null } {
  const data = columns && comparableColumns(columns);
  const raw = columns && data && rawColumns(columns, data);
  const found: readonly (readonly [WeightSource, readonly number[] | null])[] = [
    ['equal', equalWeights(parts)],
    ['entropy', data && entropyWeights(data)],
    ['entropyRaw', raw && entropyWeights(raw)],
    ['critic', data && criticWeights(data)],
    ['pairwise', pairwise?.weights ?? null],
  ];
  return { proposals: found.flatMap(([source, weights]) => (weights ? [{ source, weights }] : [])), data };
}
