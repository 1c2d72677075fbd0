import { isBlend } from '@/lib/assessment/methods/blend/parts';
import { type Expression, over, plus, times } from '@/lib/assessment/methods/kit/expression';
import { type Given, lettersOf } from '@/lib/assessment/methods/kit/letters';
import { roomOf } from '@/lib/assessment/methods/rooms';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import { evaluateFormula } from './expression';

/** The explanation of an item's share. Shares are in percent of its points. */
export type Explained = {
  readonly share: number;
  /** The formula with its numbers; null where a rule decided instead of a formula. */
  readonly formula: Expression | null;
  /** The value of the formula before floor and cap. */
  readonly raw: number | null;
  readonly held: 'floor' | 'cap' | null;
  /** The parts of a blend, each with its own formula. */
  readonly parts: readonly ExplainedPart[];
};
export type ExplainedPart = Explained & {
  readonly key: string;
  readonly weight: number;
  readonly value: number | null;
};

/** Shares that differ by less are equal: doubles computed in another order. */
const tolerance = 1e-7;

/**
 * Puts the stored numbers of an item into the formula of its method. A formula whose value differs from the stored
 * share, although no floor or cap applied, did not decide and is not shown. Null for an item without a share.
 */
export function explainItem(item: SchemeItem, basis: ItemBasis | null, score: ItemScore): Explained | null {
  const { share } = score;
  if (share === null) return null;
  const terms = { ...basis?.terms, ...score.terms };
  const directionAfter = (transforms: readonly Transform[]) =>
    [...item.transforms, ...transforms].some(({ kind }) => kind === 'rank') ? 'lower' : item.direction;
  if (!isBlend(item.method)) {
    const formula = formulaOf(item.method, {
      direction: directionAfter([]),
      value: score.transformed,
      terms,
      weight: item.weight,
    });
    return { ...formulaUnlessRule(formula, share, heldBy(score)), parts: [] };
  }
  const parts = item.method.parts.map((part, at): ExplainedPart => {
    const own = termsUnder(terms, part.key);
    const partShare = own.share ?? null;
    const notes = (score.notes ?? []).filter(({ values }) => values?.part === part.key);
    const formula = formulaOf(part.method, {
      direction: directionAfter(part.transforms),
      value: own.value ?? null,
      terms: own,
      weight: item.weight,
      part: at + 1,
    });
    const result: Explained =
      partShare === null
        ? { share: 0, formula: null, raw: null, held: null, parts: [] }
        : { ...formulaUnlessRule(formula, partShare, heldBy({ notes })), parts: [] };
    return { ...result, key: part.key, weight: part.weight, value: own.value ?? null };
  });
  return { ...formulaUnlessRule(sumOf(parts), share, null), parts };
}

function formulaOf(method: PlainMethod, given: Given): Expression | null {
  return roomOf(method).formula(method, lettersOf(given));
}

function formulaUnlessRule(
  formula: Expression | null,
  share: number,
  held: Explained['held'],
): Omit<Explained, 'parts'> {
  const raw = formula && evaluateFormula(formula);
  if (raw === null || !Number.isFinite(raw)) return { share, formula: null, raw: null, held: null };
  if (Math.abs(raw - share) <= tolerance * Math.max(1, Math.abs(share))) return { share, formula, raw, held: null };
  const isHeld = (held === 'cap' && raw > share) || (held === 'floor' && raw < share);
  return isHeld ? { share, formula, raw, held } : { share, formula: null, raw: null, held: null };
}

function heldBy({ notes = [] }: Pick<ItemScore, 'notes'>): Explained['held'] {
  if (notes.some(({ kind }) => kind === 'clampedHigh')) return 'cap';
  return notes.some(({ kind }) => kind === 'clampedLow' || kind === 'ledgerFloor') ? 'floor' : null;
}

/** The letters of one part of a blend, without the prefix of the part. */
function termsUnder(terms: Readonly<Record<string, number>>, part: string): Readonly<Record<string, number>> {
  const start = `${part}.`;
  return Object.fromEntries(
    Object.entries(terms).flatMap(([name, value]) =>
      name.startsWith(start) ? [[name.slice(start.length), value] as const] : [],
    ),
  );
}

/** s₁ × w₁ ÷ 100 + s₂ × w₂ ÷ 100 … */
function sumOf(parts: readonly ExplainedPart[]): Expression | null {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const products = parts.map((one, at): Expression => {
    const part = at + 1;
    const share: Expression = { term: 'share', value: one.share, part };
    return over(times(share, { term: 'partWeight', value: one.weight, part }), { constant: whole });
  });
  return products.length === 0 ? null : products.reduce(plus);
}
