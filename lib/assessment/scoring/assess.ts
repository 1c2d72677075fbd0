import { type Gradable, gradeUnits } from '@/lib/assessment/grades/grade-units';
import { type Contender, rankTotals } from '@/lib/assessment/ranks/rank-totals';
import { publishedTotal } from '@/lib/assessment/ranks/round-total';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import type { Scheme, SchemeItem, VetoRule } from '@/lib/assessment/schemes/document/scheme';
import type { Note } from '@/lib/assessment/words';
import type { Inputs } from './inputs';
import { type Prepared, prepare } from './prepare';
import { type ScoredItem, scoreItem } from './score-item';
import { scoreUnit, type UnitTotals } from './score-unit';
import { touchedBy, weightsInTotal } from './touched';
import type { Assessment, ItemScore, UnitScore } from './words';

/**
 * Applies a scheme to its inputs: items, blocks, adjustments, totals, ranks and grades of every unit, with a note for
 * every deviation from the plain formula. Pure: the same scheme and inputs give the same result, in any order of their
 * lists.
 */
export function assess(scheme: Scheme, inputs: Inputs): Assessment {
  const prepared = prepare(scheme, inputs);
  const items = itemsOf(scheme);
  const outside = outsiders(prepared, items);
  const scored = items.map((item) => scoreItem(prepared, item, outside));
  const position = new Map(items.map(({ key }, at) => [key, at]));
  const weights = weightsInTotal(scheme);
  const drafts = prepared.units.map((_, unit) => draftOf(prepared, unit, scored, position, weights));
  const isComparable = sameWaits(drafts);
  const ranked = ranksOf(scheme, drafts, isComparable);
  const order = [...ranked.keys(), ...drafts.filter((draft) => !ranked.has(draft)).sort(byOfficialOrder)];
  const { graded, notes } = gradeUnits(
    scheme,
    order.map(
      (draft): Gradable => ({
        unit: draft.code,
        value: draft.isCovered ? draft.value : null,
        shown: draft.shown,
        rank: ranked.get(draft)?.rank ?? null,
        order: draft.order,
        isApart: draft.isApart,
        waits: draft.pending.length > 0,
        vetoes: draft.vetoes,
      }),
    ),
  );
  const result = order.map((draft): UnitScore => {
    const place = ranked.get(draft);
    const grade = graded.get(draft.code);
    return {
      unit: draft.code,
      total: draft.total,
      shown: draft.shown,
      // A single unit is scored, not ranked.
      rank: ranked.size > 1 ? (place?.rank ?? null) : null,
      isTied: place?.isTied ?? false,
      isApart: draft.isApart,
      isProvisional: draft.pending.length > 0,
      isEligible: grade?.isEligible ?? true,
      grade: grade?.grade ?? null,
      blocks: draft.totals.blocks,
      items: draft.items,
      adjustments: draft.totals.adjustments,
      notes: [...draft.notes, ...waitingNotes(draft, isComparable), ...(place?.notes ?? []), ...(grade?.notes ?? [])],
    };
  });
  // Units that wait have data, and are only not ranked yet.
  const alone: Note[] = ranked.size === 1 ? [{ kind: isComparable ? 'oneUnit' : 'oneRanked' }] : [];
  return { units: result, bases: scored.map(({ basis }) => basis), notes: [...alone, ...notes] };
}

type Draft = {
  readonly code: string;
  readonly order: number;
  readonly items: readonly ItemScore[];
  readonly totals: UnitTotals;
  readonly total: number | null;
  readonly shown: string | null;
  /** The value that ranks and grades are based on. */
  readonly value: number | null;
  /** The positions of the items that the unit's score waits for. */
  readonly pending: readonly number[];
  readonly isExcluded: boolean;
  /** Whether enough of the weight has data for a place and a grade. */
  readonly isCovered: boolean;
  readonly isApart: boolean;
  readonly vetoes: readonly VetoRule[];
  readonly breakers: readonly (number | null)[];
  readonly notes: readonly Note[];
};

/** The units that are nobody's peers: those apart, and those that a missing value excludes. */
export function outsiders(prepared: Prepared, items: readonly SchemeItem[]): Uint8Array {
  const { scheme, isApart, deadlinePassed } = prepared;
  const excluding = deadlinePassed ? items.filter((item) => (item.missing ?? scheme.missing) === 'excludeUnit') : [];
  const outside = isApart.slice();
  for (const item of excluding) {
    scoreItem(prepared, item, isApart).scores.forEach(({ state }, unit) => {
      if (state === 'missing') outside[unit] = 1;
    });
  }
  return outside;
}

function draftOf(
  prepared: Prepared,
  unit: number,
  scored: readonly ScoredItem[],
  position: ReadonlyMap<string, number>,
  weights: readonly number[],
): Draft {
  const { scheme, deadlinePassed } = prepared;
  const { code = '', order = 0 } = prepared.units[unit] ?? {};
  const items = scored.map(({ scores }) => scores[unit] ?? unscored);
  const vetoes = prepared.vetoes(unit).flatMap(({ rule }) => scheme.vetoes.find(({ key }) => key === rule) ?? []);
  const zeroBlocks = new Set(vetoes.flatMap(({ effect }) => (effect.kind === 'blockZero' ? [effect.block] : [])));
  const totals = scoreUnit({
    scheme,
    itemOf: ({ key }) => items[position.get(key) ?? -1],
    entries: (node) => prepared.entries(unit, node),
    zeroBlocks,
  });
  const pending = items.flatMap(({ state }, at) => (state === 'pending' ? [at] : []));
  const isExcluded =
    deadlinePassed && items.some(({ state, notes }) => state === 'missing' && notes?.at(-1)?.kind === 'unitExcluded');
  const total = isExcluded ? null : totals.total;
  const shown = total === null ? null : publishedTotal(total, scheme.decimals);
  const touched = touchedBy(items, weights);
  const isCovered = !deadlinePassed || scheme.leastCoverage === null || touched.coverage >= scheme.leastCoverage;
  const notes: Note[] = [...totals.notes, ...touched.notes];
  if (!isCovered) {
    notes.push({ kind: 'lowCoverage', values: { coverage: touched.coverage, least: scheme.leastCoverage ?? 0 } });
  }
  if (isExcluded) notes.push({ kind: 'unitExcluded' });
  return {
    code,
    order,
    items,
    totals,
    total,
    shown,
    value: shown !== null && scheme.rankOn === 'rounded' ? Number(shown) : total,
    pending,
    isExcluded,
    isCovered,
    isApart: prepared.isApart[unit] === 1,
    vetoes,
    breakers: scheme.tieBreakers.map((key) => breaker(key, items[position.get(key) ?? -1], totals)),
    notes,
  };
}

const unscored: ItemScore = { state: 'leftOut', value: null, transformed: null, share: null, points: null };

function breaker(key: string, item: ItemScore | undefined, { blocks }: UnitTotals): number | null {
  return item ? item.share : (blocks.find((block) => block.key === key)?.score ?? null);
}

type Place = { readonly rank: number; readonly isTied: boolean; readonly notes: readonly Note[] };

/**
 * Whether every unit of the group waits for the same items, so that their totals compare. Units apart and excluded ones
 * are not compared.
 */
function sameWaits(drafts: readonly Draft[]): boolean {
  const compared = drafts.filter(({ isApart, isExcluded }) => !isApart && !isExcluded);
  return new Set(compared.map(({ pending }) => pending.join(' '))).size < 2;
}

/** What a unit's row says while its score waits: its place is provisional, or it has none. */
function waitingNotes({ pending, isApart, value }: Draft, isComparable: boolean): readonly Note[] {
  if (pending.length === 0) return [];
  const values = { count: pending.length };
  const isHeldBack = !isApart && value !== null && !isComparable;
  return [{ kind: isHeldBack ? 'waitsForRank' : 'provisional', values }];
}

/**
 * The ranked units, in the order of ranks and, for equal ranks, in the official order. A unit that waits for figures is
 * ranked only among units that wait for the same.
 */
function ranksOf(scheme: Scheme, drafts: readonly Draft[], isComparable: boolean): Map<Draft, Place> {
  const contenders = drafts.flatMap((draft): (Contender & { draft: Draft })[] =>
    draft.isApart ||
    !draft.isCovered ||
    (draft.pending.length > 0 && !isComparable) ||
    draft.value === null ||
    draft.shown === null
      ? []
      : [{ unit: draft.code, value: draft.value, shown: draft.shown, breakers: draft.breakers, draft }],
  );
  const placed = rankTotals(contenders, scheme.ties, scheme.tieBreakers);
  const inOrder = placed.sort((a, b) => a.rank - b.rank || byOfficialOrder(a.contender.draft, b.contender.draft));
  return new Map(inOrder.map(({ contender, rank, isTied, notes }) => [contender.draft, { rank, isTied, notes }]));
}

function byOfficialOrder(a: Draft, b: Draft): number {
  return a.order - b.order || (a.code < b.code ? -1 : 1);
}
