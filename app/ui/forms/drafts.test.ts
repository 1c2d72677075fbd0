import { beforeEach, expect, test, vi } from 'vitest';
import { draftedForms, draftOf, forgetDraft, forgetDrafts, keepDraft } from './drafts';

/** A browser's store in memory. */
function memory(setItem?: () => never) {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: setItem ?? ((key: string, value: string) => void kept.set(key, value)),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const draft = (content: unknown) => ({ content, version: '1' });

beforeEach(() => {
  vi.stubGlobal('localStorage', memory());
});

test('a draft is of one account and one form, until it is forgotten', () => {
  expect(keepDraft('a JIA', 'entry 1', draft('x'))).toBe(true);
  expect(draftOf('a JIA', 'entry 1')?.content).toBe('x');
  expect(draftOf('a JIA', 'entry 2')).toBeNull();
  expect(draftOf('a YI', 'entry 1')).toBeNull();
  expect(draftOf('b JIA', 'entry 1')).toBeNull();
  forgetDraft('a JIA', 'entry 1');
  expect(draftOf('a JIA', 'entry 1')).toBeNull();
});

test('nothing is kept for a visitor, and a full or shut store says so', () => {
  expect(keepDraft('', 'entry 1', draft('x'))).toBe(false);
  vi.stubGlobal(
    'localStorage',
    memory(() => {
      throw new DOMException('full', 'QuotaExceededError');
    }),
  );
  expect(keepDraft('a', 'entry 1', draft('x'))).toBe(false);
  vi.stubGlobal('localStorage', undefined);
  expect(draftOf('a', 'entry 1')).toBeNull();
});

test('all drafts of one account are forgotten, and no others', () => {
  for (const [owner, form] of [
    ['a', '1'],
    ['a', '2'],
    ['ab', '1'],
  ] as const)
    keepDraft(owner, form, draft('x'));
  expect(draftedForms('a')).toEqual(['1', '2']);
  forgetDrafts('a');
  expect([draftedForms('a'), draftedForms('ab')]).toEqual([[], ['1']]);
});

test('an unreadable draft is none', () => {
  localStorage.setItem('draft:a:1', '{"content"');
  expect(draftOf('a', '1')).toBeNull();
  localStorage.setItem('draft:a:1', '7');
  expect(draftOf('a', '1')).toBeNull();
});
