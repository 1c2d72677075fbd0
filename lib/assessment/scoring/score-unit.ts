import { plainMethods } from '@/lib/assessment/methods/blend/parts';
import { takenBy } from '@/lib/assessment/methods/facts';
import { fullOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemState, Note } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';
import { adjustmentOf } from './adjust';
import { aggregate, type Part } from './aggregate';
import type { InputEntry } from './inputs';
import type { Adjustment, BlockScore, ItemScore } from './words';

export type UnitTotals = {
  readonly total: number | null;
  readonly blocks: readonly BlockScore[];
  readonly adjustments: readonly Adjustment[];
  readonly notes: readonly Note[];
};

type Work = {
  readonly scheme: Scheme;
  readonly itemOf: (item: SchemeItem) => ItemScore | undefined;
  readonly entries: (node: string) => readonly InputEntry[];
  readonly zeroBlocks: ReadonlySet<string>;
};

/**
 * The directions of adjustments that count: leaving one out measures the effect of bonuses and deductions below the
 * total.
 */
type Counted = { readonly up: boolean; readonly down: boolean };
type Tree = { readonly root: number | null; readonly blocks: BlockScore[]; readonly adjustments: Adjustment[] };

/** Scores one unit: items, then blocks, then the total, each adjusted and capped before the next. */
export function scoreUnit(work: Work): UnitTotals {
  const { scheme } = work;
  const { root, blocks, adjustments } = scoreTree(work, { up: true, down: true });
  if (root === null) return { total: null, blocks, adjustments, notes: [] };
  const atTotal = totalAdjustment(work, root, adjustments);
  const before = root + (atTotal?.points ?? 0);
  const total = limitTo(before, scheme.totalFloor, scheme.totalCap);
  const notes: Note[] =
    Math.abs(total - before) > noise ? [{ kind: 'totalCap', values: { total: before, cap: total } }] : [];
  return { total, blocks, adjustments: atTotal ? [...adjustments, atTotal] : adjustments, notes };
}

function limitTo(value: number, least: number | null, most: number | null): number {
  const raised = least === null ? value : Math.max(value, least);
  return most === null ? raised : Math.min(raised, most);
}

/**
 * The adjustment of the total: its own entries, less the excess of all bonuses or deductions of the unit over the
 * scheme's caps.
 */
function totalAdjustment(work: Work, root: number, below: readonly Adjustment[]): Adjustment | null {
  const { bonusCap, deductionCap } = work.scheme;
  const own = adjustmentOf('', work.entries(''), 'itemCap', null);
  let [up, down] = [own?.up ?? 0, own?.down ?? 0];
  const notes: Note[] = [...(own?.adjustment.notes ?? [])];
  if (bonusCap !== null || deductionCap !== null) {
    const onlyUp = below.length === 0 ? root : (scoreTree(work, { up: true, down: false }).root ?? root);
    const neither = below.length === 0 ? root : (scoreTree(work, { up: false, down: false }).root ?? root);
    const excessUp = bonusCap === null ? 0 : onlyUp - neither + up - bonusCap;
    const excessDown = deductionCap === null ? 0 : onlyUp - root + down - deductionCap;
    if (excessUp > noise) {
      up -= excessUp;
      notes.push({ kind: 'totalCap', values: { total: excessUp + (bonusCap ?? 0), cap: bonusCap ?? 0 } });
    }
    if (excessDown > noise) {
      down -= excessDown;
      notes.push({ kind: 'totalCap', values: { total: -excessDown - (deductionCap ?? 0), cap: -(deductionCap ?? 0) } });
    }
  }
  if (!own && notes.length === 0) return null;
  const { asked = 0, entries = [] } = own?.adjustment ?? {};
  return { node: '', points: up - down, asked, entries, notes };
}

function scoreTree(work: Work, counted: Counted): Tree {
  const blocks: BlockScore[] = [];
  const adjustments: Adjustment[] = [];
  const { root } = work.scheme;
  scoreBlock(work, counted, root, blocks, adjustments);
  return { root: blocks[0]?.score ?? null, blocks, adjustments };
}

function scoreBlock(
  work: Work,
  counted: Counted,
  block: SchemeBlock,
  blocks: BlockScore[],
  adjustments: Adjustment[],
): Part {
  const [full, toWeight] = [fullOf(block), block.weight / fullOf(block)];
  // A block comes before its parts.
  const place = blocks.push({ key: block.key, score: null, full, notes: [] }) - 1;
  const parts = block.parts.map((part) =>
    part.kind === 'item'
      ? itemPart(work, counted, part, adjustments)
      : scoreBlock(work, counted, part, blocks, adjustments),
  );
  const aggregated = aggregate(block, parts);
  let { score: plain, extra } = aggregated;
  const { rebased } = aggregated;
  const notes: Note[] = rebased > 0 ? [{ kind: 'rebased', values: { weight: rebased } }] : [];
  const own = adjustmentOf(block.key, work.entries(block.key), 'blockCap', block.adjustmentCap);
  if (own) {
    adjustments.push(plain === null ? withoutEffect(own.adjustment) : own.adjustment);
    if (plain !== null) extra += pointsOf(own, counted);
  }
  if (work.zeroBlocks.has(block.key)) {
    [plain, extra] = [0, 0];
    notes.push({ kind: 'blockZero' });
  }
  blocks[place] = { key: block.key, score: plain === null ? null : plain + extra, full, notes };
  return {
    weight: block.weight,
    share: plain === null ? null : (plain / full) * 100,
    extra: extra * toWeight,
    isPending: parts.some((part) => part.isPending),
    isMissing: parts.some((part) => part.isMissing),
  };
}

function pointsOf({ up, down }: { up: number; down: number }, counted: Counted): number {
  return (counted.up ? up : 0) - (counted.down ? down : 0);
}

/**
 * Whether an item without a score gives its weight to the others, even where its block does not renormalise: it waits, or
 * the office set no target.
 */
export function passesOn(state: ItemState | undefined): boolean {
  return state === 'pending' || state === 'noTarget';
}

function itemPart(work: Work, counted: Counted, item: SchemeItem, adjustments: Adjustment[]): Part {
  const scored = work.itemOf(item);
  const share = scored?.share ?? null;
  const part = {
    weight: item.weight,
    share,
    extra: 0,
    isPending: passesOn(scored?.state),
    isMissing: scored?.state === 'missing',
  };
  const entries = work.entries(item.key);
  if (entries.length === 0) return part;
  // Entries that a method scores are no adjustments of its item.
  const taken: readonly string[] = plainMethods(item.method).map(takenBy);
  const free = entries.filter(({ kind }) => !taken.includes(kind));
  const own = adjustmentOf(item.key, free, 'itemCap', item.adjustmentCap);
  if (!own) return part;
  adjustments.push(share === null ? withoutEffect(own.adjustment) : own.adjustment);
  return share === null ? part : { ...part, extra: pointsOf(own, counted) };
}

/** An adjustment without effect, since there is no score to change. */
function withoutEffect(adjustment: Adjustment): Adjustment {
  return { ...adjustment, points: 0, notes: [{ kind: 'missingRebased' }] };
}
