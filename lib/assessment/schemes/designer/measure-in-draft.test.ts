import { expect, test } from 'vitest';
import { measureInDraft } from './measure-in-draft';

const measures: Readonly<Record<string, { unitZh: string; unitEn: string }>> = {
  TER: { unitZh: '亿元', unitEn: '100 million yuan' },
  GDP: { unitZh: '亿元', unitEn: '100 million yuan' },
};
const draftOf = (factor: unknown, indicator: unknown = 'TER') => ({
  root: {
    parts: [
      {
        indicator,
        transforms: [
          { kind: 'ratio', indicator: 'GDP', factor },
          { kind: 'change', against: 'yearEarlier' },
        ],
        method: { kind: 'blend', parts: [{ transforms: [{ kind: 'rank' }] }] },
      },
    ],
  },
});
const item = ['root', 'parts', 0] as const;
const unitAt = (document: unknown, ...path: (string | number)[]) =>
  measureInDraft(document, [...item, ...path], (code) => measures[code])?.unitZh;

test('each transform of a draft has the unit of the value after it', () => {
  const draft = draftOf(100);
  expect(unitAt(draft, 'transforms', 0)).toBe('%');
  expect(unitAt(draft, 'transforms', 1)).toBe('个百分点');
  expect(unitAt(draft, 'method', 'parts', 0, 'transforms', 0)).toBe('位');
});

test('what is still to be chosen gives no unit', () => {
  expect(unitAt(draftOf(null), 'transforms', 0)).toBeUndefined();
  expect(unitAt(draftOf(100, null), 'transforms', 0)).toBeUndefined();
});
