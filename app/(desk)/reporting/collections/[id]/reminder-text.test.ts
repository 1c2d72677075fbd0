import { expect, test } from 'vitest';
import { reminderOf, usualReminder } from './reminder-text';

const item = (code: string, nameZh: string) => ({
  indicatorCode: code,
  periodCode: '2026-M10',
  isRequired: true,
  nameZh,
  nameEn: code,
  unitZh: '家',
  unitEn: 'firms',
});
const unit = (code: string, nameZh: string, extendedUntil: Date | null = null) => ({
  code,
  nameZh,
  nameEn: code,
  extendedUntil,
});
const one = {
  title: '工业经济月报',
  periodCode: '2026-M10',
  dueAt: new Date('2026-11-10T17:30:00+08:00'),
  graceUntil: new Date('2026-11-13T17:30:00+08:00'),
};
const now = new Date('2026-11-12T09:00:00+08:00');

test('names the task, and of each unit the deadline and what is missing', () => {
  const blanks = new Map([['YI', [item('A', '工业用电量'), item('B', '规上企业数')]]]);
  const until = new Date('2026-11-20T12:00:00+08:00');
  expect(
    reminderOf({ one, blanks, now, locale: 'zh-CN' }, [unit('YI', '乙县'), unit('JIA', '甲区', until)]).split('\n'),
  ).toEqual([
    '【催报】“工业经济月报”（2026年10月）',
    '乙县：截止 2026-11-10 17:30，还有 2 项未填：工业用电量（2026年10月）、规上企业数（2026年10月）。请尽快填报并报送。',
    '甲区：截止 2026-11-20 12:00，各项已填，尚未报送。请尽快核对并报送。',
  ]);
});

test('names ten missing figures at most', () => {
  const blanks = new Map([['YI', Array.from({ length: 12 }, (_, n) => item(`I${n}`, `指标${n + 1}`))]]);
  const text = reminderOf({ one, blanks, now, locale: 'zh-CN' }, [unit('YI', '乙县')]);
  expect(text).toContain('还有 12 项未填：指标1');
  expect(text).toContain('指标10（2026年10月）等。');
  expect(text).not.toContain('指标11');
});

test('names whom to call, where that is known', () => {
  const contacts = new Map([['YI', { name: '王主任', telephone: '0513-8600 0000' }]]);
  const lines = reminderOf({ one, blanks: new Map(), contacts, now, locale: 'zh-CN' }, [
    unit('YI', '乙县'),
    unit('JIA', '甲区'),
  ]);
  expect(lines).toContain('乙县（王主任 0513-8600 0000）：截止');
  expect(lines).toContain('甲区：截止');
});

test('asks for no return after the last day, but for an extension first', () => {
  const late = new Date('2026-11-14T09:00:00+08:00');
  const until = new Date('2026-11-20T12:00:00+08:00');
  const lines = reminderOf({ one, blanks: new Map(), now: late, locale: 'zh-CN' }, [
    unit('YI', '乙县'),
    unit('JIA', '甲区', until),
  ]).split('\n');
  expect(lines[1]).toBe('乙县：已过最后期限 2026-11-13 17:30，尚未报送。请先向考核办申请延长时限，再填报并报送。');
  expect(lines[2]).toContain('甲区：截止 2026-11-20 12:00');
});

test('the usual words ask for what the units can do', () => {
  const late = new Date('2026-11-14T09:00:00+08:00');
  const [yi, jia] = [unit('YI', '乙县'), unit('JIA', '甲区', new Date('2026-11-20T12:00:00+08:00'))];
  expect(usualReminder({ one, now, locale: 'zh-CN' }, [yi, jia])).toBe('请尽快完成填报并报送。');
  expect(usualReminder({ one, now: late, locale: 'zh-CN' }, [yi])).toMatch(/^已过最后期限.*申请延长时限/);
  expect(usualReminder({ one, now: late, locale: 'zh-CN' }, [yi, jia])).toMatch(/^请尽快.*已过最后期限的/);
});
