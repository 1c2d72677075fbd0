import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { blocks, concernsOf, explainedAt, findingsIn, isExplanation, mustExplain } from '@/lib/reporting/rules/find';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import type { CheckFinding, KnownValues } from '@/lib/reporting/words';
import type { Cells } from './cells';

/** A finding at a row of the form, with the other figure at which it is explained already. */
export type RowFinding = CheckFinding & { readonly explainedBy?: FormFigure };

/**
 * The findings that concern a writable figure, at each figure. Missing figures are only reported on submission. One that
 * compares several figures names another one that explains it.
 */
export function rowFindings(
  figures: readonly FormFigure[],
  cells: Cells,
  known: KnownValues,
  rules: readonly CheckRule[],
): ReadonlyMap<string, readonly RowFinding[]> {
  const entries = figures.map((figure) => ({ ...figure, entry: cells.get(keyOf(figure))?.entry ?? figure.entry }));
  const writable = new Map(entries.filter(({ canWrite }) => canWrite).map((figure) => [keyOf(figure), figure]));
  const explanations = Object.fromEntries([...writable].map(([key, { entry }]) => [key, entry]));
  const byKey = new Map<string, RowFinding[]>();
  for (const finding of findingsIn({ figures: entries, known, rules })) {
    if (finding.key === 'required' || !concernsOf(finding).some((key) => writable.has(key))) continue;
    const at = mustExplain(finding) ? explainedAt(finding, explanations) : undefined;
    const by = at === undefined || at === keyOf(finding) ? undefined : writable.get(at);
    byKey.set(keyOf(finding), [...(byKey.get(keyOf(finding)) ?? []), by ? { ...finding, explainedBy: by } : finding]);
  }
  return byKey;
}

/** The ids of the fields in which findings wait: the figure of one to mend, the explanation of one to explain. */
export function unsettledAt(
  figures: readonly FormFigure[],
  cells: Cells,
  findings: ReadonlyMap<string, readonly RowFinding[]>,
): string[] {
  return figures.flatMap((figure, at) => {
    const found = figure.canWrite ? (findings.get(keyOf(figure)) ?? []) : [];
    if (found.some(blocks)) return [`figure-${at}`];
    const isExplained = isExplanation(cells.get(keyOf(figure))?.entry.explanation ?? '');
    const isSilent = found.some((finding) => mustExplain(finding) && !finding.explainedBy);
    return isSilent && !isExplained ? [`explanation-${at}`] : [];
  });
}
