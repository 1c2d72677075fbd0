import { expect, test } from 'vitest';
import * as z from 'zod';
import { inputFault } from '@/lib/access/input-fault';

const schema = z.strictObject({
  reason: z.string().trim().min(6).max(8),
  title: z.string().min(1),
  day: z.iso.date(),
  grace: z.int().min(0).max(60),
  units: z.array(z.string()).min(1).max(2),
  user: z.string().regex(/^[a-z]+$/, 'inputUsername'),
});
const right = { reason: '与台账核对得出', title: '月报', day: '2026-11-01', grace: 3, units: ['JIA'], user: 'zhang' };

test.each([
  [{ reason: '核对过' }, 'reason', 'inputShort', { least: 6 }],
  [{ reason: '' }, 'reason', 'inputShort', { least: 6 }],
  [{ reason: '与台账逐项核对得出' }, 'reason', 'inputLong', { most: 8 }],
  [{ title: '' }, 'title', 'inputMissing', {}],
  [{ title: undefined }, 'title', 'inputMissing', {}],
  [{ day: '' }, 'day', 'inputMissing', {}],
  [{ day: '11月1日' }, 'day', 'input', {}],
  [{ grace: null }, 'grace', 'inputMissing', {}],
  [{ grace: -1 }, 'grace', 'inputBelow', { least: 0 }],
  [{ grace: 61 }, 'grace', 'inputAbove', { most: 60 }],
  [{ user: 'Zhang San' }, 'user', 'inputUsername', {}],
  [{ units: [] }, 'units', 'inputNone', { least: 1 }],
  [{ units: ['A', 'B', 'C'] }, 'units', 'inputMany', { most: 2 }],
])('%j: what is missing at “%s” is %s', (change, field, key, details) => {
  const raw = { ...right, ...change };
  const { error } = schema.safeParse(raw);
  const faults = (error?.issues ?? []).map((issue) => inputFault('x', issue.path.join('.'), issue, raw));
  expect(faults).toMatchObject([{ field, key, details }]);
});
