import { expect, test } from 'vitest';
import type { ProposalKind, ProposalLine } from '@/lib/catalogue/proposals/words';
import { writtenProposal } from '@/lib/catalogue/proposals/written-proposal';
import type { Locale } from '@/lib/i18n/words';

const names = [
  { kind: 'indicator', code: 'A', nameZh: '甲', nameEn: 'First' },
  { kind: 'indicator', code: 'B', nameZh: '乙', nameEn: 'Second' },
  { kind: 'unit', code: 'U', nameZh: '甲县', nameEn: 'Jia' },
];

function written(kind: ProposalKind, input: object, was: object | null, locale: Locale = 'zh-CN') {
  const who = { proposedBy: 'x', proposedByName: 'x', proposedAt: new Date(0), decidedByName: null, decidedAt: null };
  const line = {
    ...{ id: 'p', kind, state: 'waiting', subject: 'indicator/A', reason: '', decision: '', version: 1 },
    ...who,
  };
  return writtenProposal({ ...line, input, was } as ProposalLine, names, locale);
}

const wording = { definitionZh: '新的', definitionEn: '', formulaZh: '', formulaEn: '' };
const definition = { code: 'A', validFrom: '2020-01-01', ...wording, isBreak: true };

test('a definition is told by its day, the old and the new words, and whether figures compare', () => {
  expect(written('indicator.define', definition, { ...wording, definitionZh: '旧的', formulaZh: '甲加乙' })).toEqual([
    '更改指标“甲”自 2020-01-01 起的口径。',
    '定义：旧的 → 新的',
    '计算方法：甲加乙 → （无）',
    '前后不可比：图上断线，跨过这天的增速旁写明。',
  ]);
  expect(written('indicator.define', { ...definition, isBreak: false }, null, 'en')).toEqual([
    'Changes the definition of “First” from 2020-01-01 on.',
    'Figures before and after still compare.',
  ]);
});

test('the end of an indicator is told by the old and the new last day and successor', () => {
  const retired = { code: 'A', retiredOn: '2025-12-31', replacedBy: 'B' };
  expect(written('indicator.retire', retired, { retiredOn: null, replacedBy: '' })).toEqual([
    '停用指标“甲”，用到 2025-12-31 为止。',
    '用到哪天为止：（无） → 2025-12-31',
    '接替的指标：（无） → 乙',
  ]);
  expect(written('indicator.retire', { ...retired, retiredOn: null }, { ...retired }, 'en')).toEqual([
    'Takes “First” back into use.',
    'Last day: 2025-12-31 → (none)',
  ]);
});

test('a formula is told in names, with its unit and the number of figures', () => {
  const was = { expression: 'A / B', unitCode: '', figures: 12 };
  expect(written('indicator.derive', { expression: 'sum(A, G) / B', unitCode: 'U' }, was)).toEqual([
    '更改指标“甲”的计算公式，12 个数随之改变。',
    '计算公式：甲 ÷ 乙 → G各成员甲的合计 ÷ 乙，归属甲县',
  ]);
});
