import { afterEach, expect, test, vi } from 'vitest';
import { afterPress } from './after-press';

afterEach(() => vi.useRealTimers());

/** A page on which a link is pressed: what happened, in order. */
function pressed(...kinds: string[]): string[] {
  vi.useFakeTimers();
  const page = new EventTarget();
  const happened: string[] = [];
  const { run } = afterPress(page);
  page.addEventListener('mousedown', () => run(() => happened.push('page moves')));
  page.addEventListener('click', () => happened.push('click'));
  for (const kind of kinds) page.dispatchEvent(new Event(kind));
  vi.runAllTimers();
  return happened;
}

test('what leaving a field moves is moved after the click that left it', () => {
  expect(pressed('mousedown', 'mouseup', 'click')).toEqual(['click', 'page moves']);
});

test('a press that ends without a release ends all the same', () => {
  expect(pressed('mousedown', 'dragend')).toEqual(['page moves']);
  expect(pressed('mousedown', 'keydown')).toEqual(['page moves']);
});

test('without a press nothing waits', () => {
  const { run } = afterPress(new EventTarget());
  const work = vi.fn();
  run(work);
  expect(work).toHaveBeenCalledOnce();
});
