import { describe, expect, test } from 'vitest';
import { changedFields } from '@/lib/access/audit/trail/changed-fields';
import { changesIn } from '@/lib/access/audit/trail/changes-in';
import {
  writtenActor,
  writtenChange,
  writtenCommand,
  writtenFields,
  writtenRole,
  writtenSubject,
  writtenSummary,
} from '@/lib/access/audit/trail/written-event';

const people = new Map([['u1', { username: 'chen.jing', name: '陈静' }]]);
const nameOf = (kind: string, code: string, nameZh: string, nameEn: string, periodCode = '') =>
  [`${kind} ${code}`, { nameZh, nameEn, periodCode }] as const;
const names = new Map([
  nameOf('unit', 'YI', '乙县', 'Yi County'),
  nameOf('indicator', 'POWER', '工业用电量', 'Industrial electricity'),
  nameOf('collection', '7cbf9670', '2026年10月工业经济月报', '2026年10月工业经济月报'),
  nameOf('run', '0e99', '综合考核', 'Assessment', '2026-YTD09'),
]);
const told = { people, names };

describe('fields', () => {
  test('are classified as added, removed, changed and the same', () => {
    const kinds = changedFields({ before: { a: 1, b: 2, c: null }, after: { a: 1, b: 3, d: '' } });
    expect(kinds.map(({ path, kind }) => [path.join('.'), kind])).toEqual([
      ['a', 'same'],
      ['b', 'changed'],
      ['c', 'removed'],
      ['d', 'added'],
    ]);
  });

  test('inside other values are taken out of them', () => {
    const fields = changedFields({ before: { units: ['甲', '乙'] }, after: { units: ['甲'], rule: { weight: 5 } } });
    expect(fields.map(({ path, before, after }) => [path, before, after])).toEqual([
      [['units', '0'], '甲', '甲'],
      [['units', '1'], '乙', undefined],
      [['rule', 'weight'], undefined, 5],
    ]);
  });

  test.each([
    [null, null],
    [{}, null],
    [null, []],
  ])('of %j and %j are none', (before, after) => {
    expect(changedFields({ before, after })).toEqual([]);
  });

  test('are in words, with their values', () => {
    const before = { role: 'reporter', state: 'active', passwordSetAt: '2026-11-24T06:03:22.123Z', department: null };
    const after = { role: 'auditor', state: 'disabled', passwordSetAt: '2026-11-24T16:03:22.000Z', department: '' };
    const lines = writtenFields({ subject: 'user/u1', before, after }, new Map(), 'zh-CN');
    expect(lines.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['角色', '填报员', '审计员'],
      ['状态', '正常', '已停用'],
      ['密码设置于', '2026-11-24 14:03:22', '2026-11-25 00:03:22'],
      ['部门', '—', '（空）'],
    ]);
  });

  test('without a known word keep their names', () => {
    const change = { subject: 'x/1', before: null, after: { 'role.x': 'a.b', refused: 'toString', zeal: 1.5 } };
    expect(writtenFields(change, new Map(), 'en').map(({ name, after }) => [name, after])).toEqual([
      ['role.x', 'a.b'],
      ['Why it failed', 'toString'],
      ['zeal', '1.5'],
    ]);
  });
});

describe('a change of a figure', () => {
  const change = {
    subject: 'submission/7cbf9670/YI',
    before: { 'POWER 2026-M10': { typed: '4.62', note: '' } },
    after: { 'POWER 2026-M10': { typed: '60', note: '' }, reason: '更正' },
  };

  test('is a sentence: unit, task, indicator and period, from and to', () => {
    expect(writtenChange(change, told, 'zh-CN')).toBe(
      '乙县 · 2026年10月工业经济月报：工业用电量（2026年10月） · 本期数 4.62 → 60；工业用电量（2026年10月） · 备注 （空）；理由 更正',
    );
    expect(writtenChange(change, told, 'en')).toContain('Industrial electricity (Oct 2026) · Figure 4.62 → 60');
  });

  test('is summed up by its first changed fields and their number', () => {
    const event = { seq: 1, at: new Date(0), actor: 'u1', role: 'reporter', address: '', command: 'x' };
    const more = { ...change, after: { ...change.after, yoy: '5' } };
    expect(writtenSummary({ ...event, changes: [change] }, told, 'zh-CN')).toBe(
      '工业用电量（2026年10月） · 本期数 4.62 → 60；理由 更正',
    );
    expect(writtenSummary({ ...event, changes: [more] }, told, 'zh-CN')).toMatch(/理由 更正 等 3 处$/);
    expect(writtenSummary({ ...event, changes: [more] }, told, 'zh-CN', '乙县 核定')).toMatch(/^核定同比 5；/);
  });

  test('of a batch is said once, with the units and indicators that it names, and their number where there are many', () => {
    const event = { seq: 1, at: new Date(0), actor: 'u1', role: 'departmentReviewer', address: '', command: 'x' };
    const approved = (unit: string, ...figures: string[]) => ({
      subject: `submission/7cbf9670/${unit}`,
      before: null,
      after: { approved: figures },
    });
    const two = [approved('YI', 'POWER 2026-M10'), approved('JIA', 'POWER 2026-M10')];
    expect(writtenSummary({ ...event, changes: two }, told, 'zh-CN')).toBe(
      '乙县、JIA · 2026年10月工业经济月报：审核通过并发布 工业用电量（2026年10月）',
    );
    const many = ['A', 'B', 'C', 'D', 'E'].map((unit) => approved(unit, 'POWER 2026-M10'));
    expect(writtenSummary({ ...event, changes: many }, told, 'zh-CN')).toMatch(
      /^A · .* 等 5 项：审核通过并发布 工业用电量/,
    );
    // The unit that was asked for is among those named.
    expect(writtenSummary({ ...event, changes: [...many, ...two] }, told, 'zh-CN', '乙县')).toMatch(/^乙县、/);
    const list = approved('YI', ...['07', '08', '09', '10'].map((month) => `POWER 2026-M${month}`));
    expect(writtenSummary({ ...event, changes: [list] }, told, 'zh-CN')).toBe(
      '审核通过并发布 工业用电量（2026年7月）、工业用电量（2026年8月）、工业用电量（2026年9月） 等 4 项',
    );
  });

  test('says what may be and what may not in words, not as yes and no', () => {
    const words = (before: unknown, after: unknown) =>
      writtenFields({ subject: 'user/u1', before, after }, names, 'zh-CN').map((one) => [
        one.name,
        one.before,
        one.after,
      ]);
    expect(words(null, { signedIn: true })).toEqual([['登录状态', '未登录', '已登录']]);
    expect(words({ blocked: true }, { blocked: false })).toEqual([['登录限制', '连续输错，须等待', '可以立即登录']]);
    expect(words(null, { kind: 'deduction', severity: 'query' })).toEqual([
      ['类型', '—', '扣分'],
      ['级别', '—', '核实'],
    ]);
    expect(words({ isActive: true }, { isActive: false })).toEqual([['使用状态', '启用', '停用']]);
  });

  test('names lists of figures, runs and states, and keeps the codes of what is not there any more', () => {
    const fields = writtenFields(
      { subject: '', before: null, after: { returned: ['POWER 2026-M10'] } },
      names,
      'zh-CN',
    );
    expect(fields.map(({ name, after }) => [name, after])).toEqual([['退回', '工业用电量（2026年10月）']]);
    expect(writtenSubject('run/0e99', told, 'zh-CN')).toBe('核算 综合考核，2026年1—9月');
    expect(writtenSubject('run/gone', told, 'zh-CN')).toBe('核算 gone');
    const state = { subject: '', before: { state: 'submitted' }, after: { state: 'withdrawn' } };
    expect(writtenFields(state, names, 'zh-CN').map(({ before, after }) => [before, after])).toEqual([
      ['已报送', '已撤回'],
    ]);
  });
});

describe('an event in words', () => {
  test('names its actor', () => {
    expect(writtenActor('u1', people, 'zh-CN')).toEqual({ username: 'chen.jing', name: '陈静' });
    expect(writtenActor('anonymous', people, 'zh-CN')).toEqual({ username: '', name: '访客' });
    expect(writtenActor('system:dataset', people, 'en')).toEqual({ username: 'dataset', name: 'System' });
    expect(writtenActor('gone', people, 'en')).toEqual({ username: '', name: 'gone' });
  });

  test('names its role and command, also those of earlier versions', () => {
    expect(writtenRole('unitReviewer', 'zh-CN')).toBe('单位审核');
    expect(writtenRole('mayor', 'zh-CN')).toBe('mayor');
    expect(writtenCommand('user.disable', 'zh-CN')).toBe('停用账号');
    expect(writtenCommand('user.paint', 'zh-CN')).toBe('user.paint');
    expect(writtenCommand('toString', 'zh-CN')).toBe('toString');
  });

  test('names its subject', () => {
    expect(writtenSubject('user/u1', told, 'zh-CN')).toBe('陈静 chen.jing');
    expect(writtenSubject('user/unknown', told, 'zh-CN')).toBe('不存在的账号');
    expect(writtenSubject('import/ab/c', told, 'zh-CN')).toBe('导入批次 ab/c');
    expect(writtenSubject('', told, 'zh-CN')).toBe('');
  });

  test('is one line', () => {
    const change = {
      subject: 'user/u1',
      before: { role: 'reporter', name: '陈静' },
      after: { role: 'leader', name: '陈静' },
    };
    expect(writtenChange(change, told, 'zh-CN')).toBe('陈静 chen.jing：角色 填报员 → 领导；姓名 陈静');
    expect(writtenChange({ subject: 'user/u1', before: { signedIn: true }, after: null }, told, 'en')).toBe(
      '陈静 chen.jing: Session signed in → signed out',
    );
  });

  test.each([
    ['not json', [{ subject: '', before: null, after: 'not json' }]],
    ['{"a":1}', [{ subject: '', before: null, after: { a: 1 } }]],
    [
      '[7, {"subject":"a/1"}]',
      [
        { subject: '', before: null, after: 7 },
        { subject: 'a/1', before: null, after: null },
      ],
    ],
  ])('%s is read as far as possible', (stored, changes) => {
    expect(changesIn(stored)).toEqual(changes);
  });
});
