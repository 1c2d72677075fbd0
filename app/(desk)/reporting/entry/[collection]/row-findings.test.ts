import { expect, test } from 'vitest';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { checkedFigure, checkRule } from '@/lib/testing/checked-figures';
import { cellsOf } from './cells';
import { rowFindings, unsettledAt } from './row-findings';

const ofForm = (one: ReturnType<typeof checkedFigure>, more: Partial<FormFigure> = {}) =>
  ({ ...one, version: 0, evidence: null, state: null, canWrite: true, ...more }) as unknown as FormFigure;
const rules = [checkRule('cumulativeSum', {}, { severity: 'query' })];
const known = { 'OUT 2026-YTD09': '36.78' };
const said = { explanation: '企业集中投产所致' };
const explainedBy = (...figures: FormFigure[]) => {
  const found = rowFindings(figures, cellsOf(figures), known, rules);
  return figures.map((figure) => found.get(keyOf(figure))?.map((one) => one.explainedBy && keyOf(one.explainedBy)));
};

test('an explanation at either of a month and its year to date is named at the other one', () => {
  const [month, year] = [checkedFigure('60'), checkedFigure('41.4', { at: '2026-YTD10' })];
  const [saidMonth, saidYear] = [month, year].map((one) => ({ ...one, entry: { ...one.entry, ...said } }));
  if (!saidMonth || !saidYear) throw new Error('two figures');
  expect(explainedBy(ofForm(month), ofForm(year))).toEqual([[undefined], [undefined]]);
  expect(explainedBy(ofForm(month), ofForm(saidYear))).toEqual([['OUT 2026-YTD10'], [undefined]]);
  expect(explainedBy(ofForm(saidMonth), ofForm(year))).toEqual([[undefined], ['OUT 2026-M10']]);
  // What is locked cannot be explained now, as the submission has it.
  expect(explainedBy(ofForm(month), ofForm(saidYear, { canWrite: false }))).toEqual([[undefined], [undefined]]);
});

test('the findings that wait are those to mend and those without an explanation, in the order of the form', () => {
  const far = { rules: [checkRule('range', { max: '50' })] };
  const at = (...figures: FormFigure[]) => {
    const cells = cellsOf(figures);
    return unsettledAt(figures, cells, rowFindings(figures, cells, {}, far.rules));
  };
  const [silent, settled] = [checkedFigure('60'), checkedFigure('60', said)];
  const [fine, unreadable] = [checkedFigure('5'), checkedFigure('5..')];
  const places = [settled, fine, silent, unreadable].map((one, month) =>
    ofForm({ ...one, periodCode: `2026-M0${month + 1}` }),
  );
  expect(at(...places)).toEqual(['explanation-2', 'figure-3']);
  expect(at(ofForm(silent, { canWrite: false }))).toEqual([]);
});
