import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { findingsIn, holdsExplanation } from '@/lib/reporting/rules/find';
import type { CheckRule } from '@/lib/reporting/rules/rule';
import { type KnownValues, writableStates } from '@/lib/reporting/words';

/** Whether a figure would be part of a submission now: neither in review nor approved. */
export const isToSubmit = ({ state }: Pick<FormFigure, 'state'>): boolean =>
  state === null || writableStates.includes(state);

/**
 * The figures as a submission sends and paper shows them, which a reporter sees before: an explanation that no finding
 * asks for is left out. What is in review or approved is as it was sent.
 */
export function asSubmitted(form: {
  figures: readonly FormFigure[];
  known: KnownValues;
  rules: readonly CheckRule[];
}): FormFigure[] {
  const findings = findingsIn(form);
  return form.figures.map((figure) => {
    const found = findings.filter((finding) => keyOf(finding) === keyOf(figure));
    if (!isToSubmit(figure) || holdsExplanation(found)) return figure;
    return { ...figure, entry: { ...figure.entry, explanation: '' } };
  });
}
