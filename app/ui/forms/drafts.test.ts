import { beforeEach, expect, test, vi } from 'vitest';
import {
  draftedForms,
  draftOf,
  draftsLeft,
  forgetDraft,
  forgetDrafts,
  hasUnkeptDrafts,
  keepDraft,
  nameVisit,
  placeOf,
  takeSeen,
} from './drafts';

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
  keepDraft('a JIA', 'entry 1', draft('x'));
  expect(draftOf('a JIA', 'entry 1')?.content).toBe('x');
  expect(draftOf('a JIA', 'entry 2')).toBeNull();
  expect(draftOf('a YI', 'entry 1')).toBeNull();
  expect(draftOf('b JIA', 'entry 1')).toBeNull();
  forgetDraft('a JIA', 'entry 1');
  expect(draftOf('a JIA', 'entry 1')).toBeNull();
});

test('nothing is kept for a visitor', () => {
  keepDraft('', 'entry 1', draft('x'));
  expect(draftOf('', 'entry 1')).toBeNull();
});

test.each([
  [
    'full',
    () =>
      memory(() => {
        throw new DOMException('full', 'QuotaExceededError');
      }),
  ],
  ['shut', () => undefined],
])('in a browser whose store is %s a draft lives as long as the page, which then asks', (_what, shut) => {
  vi.stubGlobal('localStorage', shut());
  keepDraft('a', 'entry 1', draft('x'));
  expect(draftOf('a', 'entry 1')?.content).toBe('x');
  expect([hasUnkeptDrafts(), draftedForms('a')]).toEqual([true, ['entry 1']]);
  forgetDraft('a', 'entry 1');
  expect([hasUnkeptDrafts(), draftOf('a', 'entry 1')]).toEqual([false, null]);
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

test('each visit to a form keeps a draft of its own; that of the same tab is offered first, then the latest', () => {
  vi.useFakeTimers();
  vi.stubGlobal('sessionStorage', memory());
  const [here, again] = [nameVisit(), nameVisit()];
  const keep = (visit: string, content: string) => {
    vi.advanceTimersByTime(1000);
    keepDraft('a', placeOf('form 1', visit), draft(content));
  };
  keep(here, 'here');
  keep('other/1-1', 'another tab');
  keep('other/1-2', 'another tab, later');
  keepDraft('a', placeOf('form 10', here), draft('another form'));
  expect(draftsLeft('a', 'form 1', again).map((left) => left.draft.content)).toEqual([
    'here',
    'another tab, later',
    'another tab',
  ]);
  expect(draftsLeft('a', 'form 1', here)).toHaveLength(2);
  vi.useRealTimers();
});

test('a draft that another tab has changed since it was read is not forgotten with what was read', () => {
  const place = placeOf('form 1', 'other/1-1');
  keepDraft('a', place, draft('read'));
  const [read] = draftsLeft<unknown>('a', 'form 1', 'mine/1-1');
  if (!read) throw new Error('no draft');
  keepDraft('a', place, draft('typed since'));
  takeSeen('a', read);
  expect(draftOf('a', place)?.content).toBe('typed since');
  const [again] = draftsLeft<unknown>('a', 'form 1', 'mine/1-1');
  if (!again) throw new Error('no draft');
  takeSeen('a', again);
  expect(draftOf('a', place)).toBeNull();
});
