import { blocksOf, fullOf, itemsOf, itemsUnder } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import type { BlockScore, ItemScore, UnitScore } from '@/lib/assessment/scoring/words';
import { noise } from '@/lib/statistics/noise';

type Scored = Pick<UnitScore, 'total' | 'blocks' | 'items' | 'adjustments'>;

/**
 * The contribution of a part, in points of the total. `rest` is the effect of adjustments, caps and floors on a block.
 */
export type Contribution = {
  readonly kind: 'item' | 'block' | 'rest';
  /** Empty for the effect on the total itself. */
  readonly key: string;
  readonly points: number;
};

/**
 * The contributions to a unit's total: items where scores add up; a block as a whole where they do not (a geometric or
 * harmonic mean), and the effect of adjustments on a block or the total. The points sum to the total. Empty for a unit
 * without a total.
 */
export function contributionsOf(scheme: Scheme, unit: Scored): Contribution[] {
  const { total } = unit;
  if (total === null) return [];
  const blocks = new Map(blocksOf(scheme).map(({ key }, at) => [key, unit.blocks[at]]));
  const items = new Map(itemsOf(scheme).map(({ key }, at) => [key, unit.items[at]]));
  const adjusted = new Map(unit.adjustments.map(({ node, points }) => [node, points]));
  const shares: Shares = { blocks, items, adjusted };
  const root = blocks.get(scheme.root.key)?.score ?? 0;
  return [...under(scheme.root, 1, shares), { kind: 'rest', key: '', points: total - root }];
}

type Shares = {
  readonly blocks: ReadonlyMap<string, BlockScore | undefined>;
  readonly items: ReadonlyMap<string, ItemScore | undefined>;
  readonly adjusted: ReadonlyMap<string, number>;
};

/** The contributions of a block's parts; one point of the block is `factor` points of the total. */
function under(block: SchemeBlock, factor: number, shares: Shares): Contribution[] {
  const score = shares.blocks.get(block.key)?.score ?? null;
  if (score === null) return [];
  if (block.aggregation === 'geometric' || block.aggregation === 'harmonic') {
    return [{ kind: 'block', key: block.key, points: score * factor }];
  }
  const counted = block.parts.filter((part) => shareOf(part, shares) !== null);
  // The weight of a pending part goes to the others; that of any part without a score does so where the block
  // renormalises.
  const kept = block.parts.filter((part) => counted.includes(part) || !(block.renormalise || isPending(part, shares)));
  const sum = (parts: readonly SchemeNode[]) => parts.reduce((all, { weight }) => all + weight, 0);
  const scale = sum(block.parts) / sum(kept);
  const perWeight = block.aggregation === 'arithmetic' ? fullOf(block) / sum(kept) : scale;
  let rest = score;
  const parts = counted.flatMap((part) => {
    const points = (part.weight * perWeight * (shareOf(part, shares) ?? 0)) / 100;
    rest -= points;
    if (part.kind === 'item') return [{ kind: 'item' as const, key: part.key, points: points * factor }];
    return under(part, (factor * part.weight * perWeight) / fullOf(part), shares);
  });
  return [...parts, { kind: 'rest', key: block.key, points: rest * factor }];
}

/** The share of a part in percent of its points, adjustments included. */
function shareOf(node: SchemeNode, { blocks, items, adjusted }: Shares): number | null {
  if (node.kind === 'block') {
    const score = blocks.get(node.key)?.score ?? null;
    return score === null ? null : (score / fullOf(node)) * 100;
  }
  const points = items.get(node.key)?.points ?? null;
  return points === null ? null : ((points + (adjusted.get(node.key) ?? 0)) / node.weight) * 100;
}

function isPending(node: SchemeNode, shares: Shares): boolean {
  return itemsUnder(node).some(({ key }) => shares.items.get(key)?.state === 'pending');
}

/** The difference of two units at a part, in points; positive is behind, negative ahead. */
export type Gap = Pick<Contribution, 'kind' | 'key'> & {
  readonly own: number;
  readonly other: number;
  readonly lost: number;
};

/**
 * The parts where a unit lost points to another, largest loss first; the losses sum to the gap between their totals.
 * Parts where neither lost anything are left out.
 */
export function gapsTo(scheme: Scheme, unit: Scored, other: Scored): Gap[] {
  const [own, theirs] = [contributionsOf(scheme, unit), contributionsOf(scheme, other)];
  const idOf = ({ kind, key }: Pick<Contribution, 'kind' | 'key'>) => `${kind} ${key}`;
  const find = (list: readonly Contribution[], id: string) => list.find((one) => idOf(one) === id)?.points ?? 0;
  const all = new Map([...own, ...theirs].map((one) => [idOf(one), one]));
  return [...all]
    .map(([id, { kind, key }]) => {
      const [mine, its] = [find(own, id), find(theirs, id)];
      return { kind, key, own: mine, other: its, lost: its - mine };
    })
    .filter(({ kind, own, other, lost }) =>
      kind === 'rest' ? Math.max(Math.abs(own), Math.abs(other), Math.abs(lost)) > noise : true,
    )
    .sort((a, b) => b.lost - a.lost);
}
