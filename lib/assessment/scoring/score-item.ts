import { isBlend } from '@/lib/assessment/methods/blend/parts';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemState, NoTargetPolicy, Note } from '@/lib/assessment/words';
import type { Prepared } from './prepare';
import { type PartOutcome, type ScoredPart, scorePart } from './score-part';
import type { ItemBasis, ItemScore } from './words';

export type ScoredItem = {
  readonly basis: ItemBasis;
  readonly scores: readonly ItemScore[];
};

/**
 * Scores an item for every unit, by position. `isOutside` marks the units that are nobody's peers: apart or excluded.
 */
export function scoreItem(prepared: Prepared, item: SchemeItem, isOutside: Uint8Array): ScoredItem {
  const { scheme, deadlinePassed } = prepared;
  const notConcerned = prepared.notConcerned(item.key);
  const isPeer = peersOf(prepared, item, isOutside);
  const { basis, of } = scoredBy(prepared, item, isPeer);
  const missing = deadlinePassed ? (item.missing ?? scheme.missing) : 'pending';
  const notApplicable = item.notApplicable ?? scheme.notApplicable;
  const scores = prepared.codes.map((_, unit): ItemScore => {
    if (notConcerned[unit]) {
      const [share, note] = withoutItem[notApplicable];
      return scoreOf(item, 'notApplicable', share, null, null, undefined, [note]);
    }
    const { share, value, transformed, terms, notes, isLeftOut } = of(unit);
    if (share !== null) return scoreOf(item, 'scored', share, value, transformed, terms, notes);
    if (isLeftOut) return scoreOf(item, 'leftOut', null, value, transformed, terms, notes);
    if (notes?.some(({ kind }) => kind === 'noTarget')) {
      const [state, instead, note] = withoutTarget[deadlinePassed ? scheme.noTarget : 'pending'];
      return scoreOf(item, state, instead, value, transformed, terms, [...notes, note]);
    }
    const state = missing === 'pending' ? 'pending' : 'missing';
    const instead = missing === 'zero' || missing === 'carryLast' ? 0 : null;
    return scoreOf(item, state, instead, value, transformed, terms, [...(notes ?? []), missingNotes[missing]]);
  });
  return { basis, scores };
}

/** The units against which an item is scored: all but those outside and those that it does not concern. */
export function peersOf(prepared: Prepared, { key }: SchemeItem, isOutside: Uint8Array): Uint8Array {
  const notConcerned = prepared.notConcerned(key);
  return isOutside.map((outside, unit) => (outside || notConcerned[unit] ? 0 : 1));
}

const withoutItem: Record<SchemeItem['notApplicable'] & string, [number | null, Note]> = {
  rebase: [null, { kind: 'notApplicableRebased' }],
  full: [100, { kind: 'notApplicableFull' }],
  zero: [0, { kind: 'notApplicableZero' }],
};

const withoutTarget: Record<NoTargetPolicy, [ItemState, number | null, Note]> = {
  pending: ['pending', null, { kind: 'missingPending' }],
  leaveOut: ['noTarget', null, { kind: 'targetLeftOut' }],
  zero: ['noTarget', 0, { kind: 'targetZero' }],
};

/** Notes for missing values; where none can be carried, a missing value earns nothing. */
const missingNotes: Record<SchemeItem['missing'] & string, Note> = {
  pending: { kind: 'missingPending' },
  zero: { kind: 'missingZero' },
  rebase: { kind: 'missingRebased' },
  carryLast: { kind: 'missingZero' },
  excludeUnit: { kind: 'unitExcluded' },
};

function scoreOf(
  { weight }: SchemeItem,
  state: ItemState,
  share: number | null,
  value: number | null,
  transformed: number | null,
  terms: ItemScore['terms'],
  notes: ItemScore['notes'],
): ItemScore {
  const points = share === null ? null : (weight * share) / 100;
  if (!terms)
    return notes ? { state, value, transformed, share, points, notes } : { state, value, transformed, share, points };
  if (!notes) return { state, value, transformed, share, points, terms };
  return { state, value, transformed, share, points, terms, notes };
}

function scoredBy(prepared: Prepared, item: SchemeItem, isPeer: Uint8Array): ScoredPart {
  const { method, transforms } = item;
  if (!isBlend(method)) return scorePart(prepared, item, transforms, method, isPeer);
  const total = method.parts.reduce((sum, { weight }) => sum + weight, 0);
  const parts = method.parts.map(({ key, weight, transforms: own, method: by }) => ({
    key,
    part: weight / total,
    ...scorePart(prepared, item, [...transforms, ...own], by, isPeer),
  }));
  return {
    basis: {
      terms: Object.assign({}, ...parts.map(({ key, basis }) => prefixKeys(key, basis.terms))),
      setBy: Object.assign({}, ...parts.map(({ key, basis }) => prefixKeys(key, basis.setBy))),
      notes: parts.flatMap(({ key, basis }) => ofPart(key, basis.notes)),
    },
    of: (unit) => blendParts(parts.map(({ key, part, of }) => ({ key, part, outcome: of(unit) }))),
  };
}

/**
 * Blends the parts of an item. One part without a score leaves the whole without one: level and growth do not
 * substitute for each other.
 */
function blendParts(parts: readonly { key: string; part: number; outcome: PartOutcome }[]): PartOutcome {
  const terms: Record<string, number> = {};
  for (const { key, outcome } of parts) {
    if (outcome.transformed !== null) terms[`${key}.value`] = outcome.transformed;
    if (outcome.share !== null) terms[`${key}.share`] = outcome.share;
    Object.assign(terms, prefixKeys(key, outcome.terms ?? {}));
  }
  const notes = parts.flatMap(({ key, outcome }) => ofPart(key, outcome.notes ?? []));
  const lacking = parts.filter(({ outcome }) => outcome.share === null);
  const isLeftOut = lacking.length > 0 && lacking.every(({ outcome }) => outcome.isLeftOut);
  return {
    value: parts[0]?.outcome.value ?? null,
    transformed: parts[0]?.outcome.transformed ?? null,
    share: lacking.length > 0 ? null : parts.reduce((sum, { part, outcome }) => sum + part * (outcome.share ?? 0), 0),
    isLeftOut,
    terms,
    notes: notes.length > 0 ? notes : undefined,
  };
}

function prefixKeys<T>(key: string, terms: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(terms).map(([letter, value]) => [`${key}.${letter}`, value]));
}

function ofPart(part: string, notes: readonly Note[]): Note[] {
  return notes.map(({ kind, values }) => ({ kind, values: { ...values, part } }));
}
