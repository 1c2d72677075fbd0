import { fullOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { passesOn } from '@/lib/assessment/scoring/score-unit';
import type { Assessment, UnitScore } from '@/lib/assessment/scoring/words';
import type { Aggregation, ItemState } from '@/lib/assessment/words';

/** The values of a part per unit, in the order of the plan's units. Shares in percent; NaN for none. */
type PartValues = Float64Array;

type ItemNode = {
  readonly kind: 'item';
  readonly key: string;
  readonly weight: number;
  /** The index among the items of the scheme. */
  readonly item: number;
};
type BlockNode = {
  readonly kind: 'block';
  readonly key: string;
  readonly weight: number;
  readonly parts: readonly number[];
  readonly full: number;
  readonly aggregation: Aggregation;
  readonly renormalise: boolean;
  /** Whether a veto makes the block zero, per unit. */
  readonly isZero: readonly boolean[];
};
export type PlanNode = ItemNode | BlockNode;

/**
 * The aggregation of an assessment after its items are scored: how their shares become totals. A flat list, a block
 * after its parts and the root last, so that thousands of sets of weights take a second.
 */
export type Plan = {
  readonly units: readonly UnitScore[];
  readonly nodes: readonly PlanNode[];
  /** By item, without bonuses and deductions. */
  readonly shares: readonly PartValues[];
  /** By node, the points of bonuses and deductions after their caps, on the scale of the node. */
  readonly extras: readonly PartValues[];
  /**
   * By node, whether a figure of the unit is still pending: then the node's weight goes to the others, whether or not
   * the block renormalises.
   */
  readonly isPending: readonly (readonly boolean[])[];
  /** By node, whether a figure of the unit that should be there is missing. */
  readonly isMissing: readonly (readonly boolean[])[];
  /** The nodes whose scores order equal totals. */
  readonly breakers: readonly number[];
  readonly totalExtra: PartValues;
  readonly floor: number;
  readonly cap: number;
};

/** The plan for the ranked units, in the order of the assessment. */
export function planOf(scheme: Scheme, assessment: Assessment): Plan {
  const units = assessment.units.filter(({ rank }) => rank !== null);
  const items = itemsOf(scheme);
  const nodes: PlanNode[] = [];
  const add = (part: SchemeItem | SchemeBlock): number => {
    if (part.kind === 'item') {
      nodes.push({ kind: 'item', key: part.key, weight: part.weight, item: items.indexOf(part) });
    } else {
      const parts = part.parts.map(add);
      nodes.push({
        kind: 'block',
        key: part.key,
        weight: part.weight,
        parts,
        full: fullOf(part),
        aggregation: part.aggregation,
        renormalise: part.renormalise,
        isZero: units.map(({ blocks }) => isZeroed(blocks, part.key)),
      });
    }
    return nodes.length - 1;
  };
  add(scheme.root);
  return {
    units,
    nodes,
    shares: items.map((_, at) => sharesOf(units, at)),
    extras: nodes.map(({ key }) => extraOf(units, key)),
    isPending: inStateOf(passesOn, nodes, units),
    isMissing: inStateOf((state) => state === 'missing', nodes, units),
    breakers: scheme.tieBreakers.map((key) => nodes.findIndex((node) => node.key === key)).filter((at) => at >= 0),
    totalExtra: extraOf(units, ''),
    floor: scheme.totalFloor ?? Number.NEGATIVE_INFINITY,
    cap: scheme.totalCap ?? Number.POSITIVE_INFINITY,
  };
}

/** The shares of the items in another assessment of the same units, with another way of normalising. */
export function sharesIn(plan: Plan, scheme: Scheme, assessment: Assessment): readonly PartValues[] {
  const byCode = new Map(assessment.units.map((unit) => [unit.unit, unit]));
  const units = plan.units.map((unit) => byCode.get(unit.unit) ?? unit);
  return itemsOf(scheme).map((_, at) => sharesOf(units, at));
}

/** The weights of the scheme by node. */
export function weightsOf({ nodes }: Plan): Float64Array {
  return Float64Array.from(nodes, ({ weight }) => weight);
}

function inStateOf(
  isIt: (state: ItemState | undefined) => boolean,
  nodes: readonly PlanNode[],
  units: readonly UnitScore[],
): readonly (readonly boolean[])[] {
  const found: (readonly boolean[])[] = [];
  for (const node of nodes) {
    const holds = (unit: number): boolean =>
      node.kind === 'item'
        ? isIt(units[unit]?.items[node.item]?.state)
        : node.parts.some((part) => found[part]?.[unit] ?? false);
    found.push(units.map((_, unit) => holds(unit)));
  }
  return found;
}

function sharesOf(units: readonly UnitScore[], at: number): PartValues {
  return Float64Array.from(units, ({ items }) => items[at]?.share ?? Number.NaN);
}

function extraOf(units: readonly UnitScore[], key: string): PartValues {
  return Float64Array.from(units, ({ adjustments }) =>
    adjustments.reduce((sum, { node, points }) => (node === key ? sum + points : sum), 0),
  );
}

function isZeroed(blocks: UnitScore['blocks'], key: string): boolean {
  return blocks.some((block) => block.key === key && block.notes.some(({ kind }) => kind === 'blockZero'));
}
