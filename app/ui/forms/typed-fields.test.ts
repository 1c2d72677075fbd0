import { expect, test } from 'vitest';
import { changedFields } from './typed-fields';

const initial = { title: ['月报'], days: ['3'], open: ['on'], units: ['JIA'] };

test('of a form only the changed fields are kept, a tick that was taken away among them', () => {
  const typed = { title: ['十月月报'], days: ['3'], open: [], units: ['JIA', 'YI'] };
  expect(changedFields(initial, typed)).toEqual({ title: ['十月月报'], open: [], units: ['JIA', 'YI'] });
});

test('a form as it was has none, and a field that came since counts by its contents', () => {
  expect(changedFields(initial, initial)).toEqual({});
  expect(changedFields(initial, { ...initial, points: ['0.5'] })).toEqual({ points: ['0.5'] });
});
