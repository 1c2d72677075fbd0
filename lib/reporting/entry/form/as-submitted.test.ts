import { expect, test } from 'vitest';
import { checkedFigure, checkRule } from '@/lib/testing/checked-figures';
import { asSubmitted } from './as-submitted';
import { summaryOf } from './summary';
import type { FormFigure } from './words';

const said = { explanation: '企业集中投产所致', note: '含新区' };
const figure = (typed: string, state: FormFigure['state'] = 'draft') =>
  ({
    ...checkedFigure(typed, said),
    ...{ version: 1, evidence: null, state, canWrite: true, previous: '5.8', yearEarlier: null },
    otherBases: { previous: null, yearEarlier: null },
  }) as unknown as FormFigure;
const formOf = (one: FormFigure) => ({
  figures: [one],
  known: { 'OUT 2026-M09': '5.8' },
  rules: [checkRule('jumpPrevious', { percent: 50 })],
});
const sent = (one: FormFigure) => asSubmitted(formOf(one)).map(({ entry }) => [entry.explanation, entry.note]);

test('an explanation is sent with a finding alone, a note in any case', () => {
  expect(sent(figure('60'))).toEqual([[said.explanation, said.note]]);
  expect(sent(figure('5.81'))).toEqual([['', said.note]]);
});

test('the page before submission shows what is sent', () => {
  const shown = (typed: string) =>
    summaryOf(formOf(figure(typed))).lines.map(({ figure: { entry } }) => entry.explanation);
  expect([shown('60'), shown('5.81')]).toEqual([[said.explanation], ['']]);
});

test('what was sent stays as it was sent', () => {
  expect(sent(figure('5.81', 'approved'))).toEqual([[said.explanation, said.note]]);
});
