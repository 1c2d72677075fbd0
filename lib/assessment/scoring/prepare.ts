import { itemsUnder } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeBlock, SchemeNode } from '@/lib/assessment/schemes/document/scheme';
import { type FiguresIndex, figuresIndex } from './figures-index';
import type { AssessedUnit, InputEntry, Inputs } from './inputs';

/** The inputs by position of the unit, units and entries in a fixed order: the order of the lists has no effect. */
export type Prepared = {
  readonly scheme: Scheme;
  readonly period: string;
  readonly deadlinePassed: boolean;
  /** Sorted by code. */
  readonly units: readonly AssessedUnit[];
  readonly codes: readonly string[];
  readonly isApart: Uint8Array;
  readonly figures: FiguresIndex;
  readonly target: (indicator: string, unit: number, from: 'base' | 'stretch') => number;
  /** The entries of a unit about a node, by id. */
  readonly entries: (unit: number, node: string) => readonly InputEntry[];
  readonly vetoes: (unit: number) => readonly InputEntry[];
  /** The units that an item does not concern; one shared array for all items that concern every unit. */
  readonly notConcerned: (item: string) => Uint8Array;
};

export function prepare(scheme: Scheme, inputs: Inputs): Prepared {
  const units = [...inputs.units].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const at = new Map(units.map(({ code }, position) => [code, position]));
  const apart = new Set(scheme.apart);
  const targets = targetsByIndicator(inputs, at, units.length);
  const { byNode, vetoes, notConcerned } = entriesByNode(scheme, inputs.entries, at, units.length);
  const everybody = new Uint8Array(units.length);
  return {
    scheme,
    period: inputs.period,
    deadlinePassed: inputs.deadlinePassed,
    units,
    codes: units.map(({ code }) => code),
    isApart: Uint8Array.from(units, ({ code }) => (apart.has(code) ? 1 : 0)),
    figures: figuresIndex(units, inputs.figures),
    target: (indicator, unit, from) => targets.get(indicator)?.[from][unit] ?? Number.NaN,
    entries: (unit, node) => byNode.get(node)?.get(unit) ?? [],
    vetoes: (unit) => vetoes.get(unit) ?? [],
    notConcerned: (item) => notConcerned.get(item) ?? everybody,
  };
}

function targetsByIndicator({ targets }: Inputs, at: ReadonlyMap<string, number>, size: number) {
  const found = new Map<string, { base: Float64Array; stretch: Float64Array }>();
  for (const { indicator, unit, base, stretch } of targets) {
    const position = at.get(unit);
    if (position === undefined) continue;
    const columns = found.get(indicator) ?? {
      base: new Float64Array(size).fill(Number.NaN),
      stretch: new Float64Array(size).fill(Number.NaN),
    };
    found.set(indicator, columns);
    columns.base[position] = Number(base);
    if (stretch !== null) columns.stretch[position] = Number(stretch);
  }
  return found;
}

function entriesByNode(scheme: Scheme, entries: readonly InputEntry[], at: ReadonlyMap<string, number>, size: number) {
  const byNode = new Map<string, Map<number, InputEntry[]>>();
  const vetoes = new Map<number, InputEntry[]>();
  const notConcerned = new Map<string, Uint8Array>();
  const put = (map: Map<number, InputEntry[]>, unit: number, entry: InputEntry) => {
    const list = map.get(unit);
    if (list) list.push(entry);
    else map.set(unit, [entry]);
  };
  for (const entry of [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const unit = at.get(entry.unit);
    if (unit === undefined) continue;
    if (entry.kind === 'veto') {
      put(vetoes, unit, entry);
    } else if (entry.kind === 'notApplicable') {
      const node = nodeOf(scheme.root, entry.node);
      for (const { key } of node ? itemsUnder(node) : []) {
        const mask = notConcerned.get(key) ?? new Uint8Array(size);
        notConcerned.set(key, mask);
        mask[unit] = 1;
      }
    } else {
      const units = byNode.get(entry.node) ?? new Map<number, InputEntry[]>();
      byNode.set(entry.node, units);
      put(units, unit, entry);
    }
  }
  return { byNode, vetoes, notConcerned };
}

function nodeOf(block: SchemeBlock, key: string): SchemeNode | null {
  if (block.key === key) return block;
  for (const part of block.parts) {
    const found = part.kind === 'block' ? nodeOf(part, key) : part.key === key ? part : null;
    if (found) return found;
  }
  return null;
}
