import { blocksOf, fullOf, itemsOf, itemsUnder } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import { passesOn } from '@/lib/assessment/scoring/score-unit';
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
  const whole = { plain: 1, extra: 1 };
  return [...under(scheme.root, whole, shares), { kind: 'rest', key: '', points: total - root }];
}

type Shares = {
  readonly blocks: ReadonlyMap<string, BlockScore | undefined>;
  readonly items: ReadonlyMap<string, ItemScore | undefined>;
  readonly adjusted: ReadonlyMap<string, number>;
};

/** One point of a node in points of the total: of its score, and of its adjustments, which no passed-on weight scales. */
type Factor = { readonly plain: number; readonly extra: number };

function under(block: SchemeBlock, factor: Factor, shares: Shares): Contribution[] {
  const score = shares.blocks.get(block.key)?.score ?? null;
  if (score === null) return [];
  const extra = extraOf(block, shares);
  const points = (score - extra) * factor.plain + extra * factor.extra;
  if (!isAdditive(block)) return [{ kind: 'block', key: block.key, points }];
  const counted = block.parts.filter((part) => scoreIn(part, shares) !== null);
  // The weight of a pending part goes to the others; that of any part without a score does so where the block
  // renormalises.
  const kept = block.parts.filter((part) => counted.includes(part) || !(block.renormalise || isPending(part, shares)));
  const toBlock = pointsPerWeight(block);
  const scale = toBlock * (weightOf(block.parts) / weightOf(kept));
  const parts = counted.flatMap((part): Contribution[] => {
    const own = isZero(block, shares) ? nothing : { plain: factor.plain * scale, extra: factor.extra * toBlock };
    if (part.kind === 'item') {
      const earned = shares.items.get(part.key)?.points ?? 0;
      return [{ kind: 'item', key: part.key, points: earned * own.plain + extraOf(part, shares) * own.extra }];
    }
    const perPoint = part.weight / fullOf(part);
    return under(part, { plain: own.plain * perPoint, extra: own.extra * perPoint }, shares);
  });
  const found = parts.reduce((sum, part) => sum + part.points, 0);
  return [...parts, { kind: 'rest', key: block.key, points: points - found }];
}

/** Whether a veto made the block zero: then nothing below it counts. */
const isZero = ({ key }: SchemeBlock, { blocks }: Shares) =>
  blocks.get(key)?.notes.some(({ kind }) => kind === 'blockZero') ?? false;
const nothing: Factor = { plain: 0, extra: 0 };

const isAdditive = ({ aggregation }: SchemeBlock) => aggregation === 'sum' || aggregation === 'arithmetic';
const weightOf = (parts: readonly SchemeNode[]) => parts.reduce((all, { weight }) => all + weight, 0);

/** The points of a block for one point of weight of its parts. */
function pointsPerWeight(block: SchemeBlock): number {
  return block.aggregation === 'arithmetic' ? fullOf(block) / weightOf(block.parts) : 1;
}

/** The adjustments in a node's score, in points of its own scale; a mean that does not add up has only its own. */
function extraOf(node: SchemeNode, shares: Shares): number {
  const own = shares.adjusted.get(node.key) ?? 0;
  if (scoreIn(node, shares) === null) return 0;
  if (node.kind === 'item') return own;
  if (isZero(node, shares)) return 0;
  if (!isAdditive(node)) return own;
  const below = node.parts.reduce(
    (sum, part) => sum + extraOf(part, shares) * (part.kind === 'block' ? part.weight / fullOf(part) : 1),
    0,
  );
  return own + below * pointsPerWeight(node);
}

function scoreIn(node: SchemeNode, { blocks, items }: Shares): number | null {
  return (node.kind === 'block' ? blocks.get(node.key)?.score : items.get(node.key)?.points) ?? null;
}

function isPending(node: SchemeNode, shares: Shares): boolean {
  return itemsUnder(node).some(({ key }) => passesOn(shares.items.get(key)?.state));
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
