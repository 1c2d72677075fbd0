import { describe, expect, test } from 'vitest';
import { composed, composing, type Step } from './compose';
import { askedCard, BoardDocument, documentIn, Filter, nextKey } from './document';
import { type BoardCard, cardKinds } from './words';

const text = (key: string, width = 6): BoardCard => ({ key, kind: 'text', width, title: '', text: '说明' });
const document = (...cards: BoardCard[]) => ({ title: '经济看板', lead: '', cards });

describe('the stored document', () => {
  test('takes a card of each kind, and nothing besides its fields', () => {
    const common = { width: 6, title: '' };
    const cards = [
      { ...common, key: 'c1', kind: 'figure', indicator: 'GDP', unit: '320600' },
      { ...common, key: 'c2', kind: 'trend', indicator: 'GDP', units: ['320600', '320500'] },
      { ...common, key: 'c3', kind: 'bars', indicator: 'GDP', group: 'JS_CITIES' },
      { ...common, key: 'c4', kind: 'bump', indicator: 'GDP', group: 'JS_CITIES' },
      { ...common, key: 'c5', kind: 'heat', indicators: ['GDP', 'GDP_1'], group: 'JS_CITIES' },
      { ...common, key: 'c6', kind: 'ranking', scheme: 'S', rows: 10 },
      { ...common, key: 'c7', kind: 'lamps', unit: '320600' },
      { ...common, key: 'c8', kind: 'progress', unit: '320600' },
      { ...common, key: 'c9', kind: 'text', text: '说明' },
    ];
    expect(cards.map(({ kind }) => kind)).toEqual([...cardKinds]);
    const whole = { title: '看板', lead: '', cards };
    expect(BoardDocument.parse(whole)).toEqual(whole);
    for (const card of cards) {
      expect(BoardDocument.safeParse({ ...whole, cards: [{ ...card, value: '1' }] }).success, card.kind).toBe(false);
    }
  });

  test.each([
    ['the same key twice', document(text('c1'), text('c1'))],
    ['a card wider than the grid', document(text('c1', 13))],
    ['a card too narrow', document(text('c1', 2))],
    ['a card of no kind', { ...document(), cards: [{ ...text('c1'), kind: 'map' }] }],
    ['a unit twice', { ...document(), cards: [{ ...text('c1'), kind: 'trend', indicator: 'GDP', units: ['A', 'A'] }] }],
    ['no title', { ...document(), title: ' ' }],
    ['too many cards', document(...Array.from({ length: 25 }, (_, at) => text(`c${at + 1}`)))],
    ['no JSON', documentIn('{')],
  ])('refuses %s', (_why, given) => {
    expect(BoardDocument.safeParse(given).success).toBe(false);
  });

  test('an address names a card, or none', () => {
    expect(askedCard({ kind: 'trend', indicator: 'GDP', unit: '320600,320500' }, 'c4')).toEqual({
      ...{ key: 'c4', kind: 'trend', width: 6, title: '', indicator: 'GDP', units: ['320600', '320500'] },
    });
    expect(askedCard({ kind: ['ranking', 'x'], scheme: 'S' }, 'c1')).toMatchObject({ kind: 'ranking', rows: 10 });
    for (const asked of [
      {},
      { kind: 'trend', indicator: 'GDP' },
      { kind: 'map' },
      { kind: 'bars', indicator: '甲', group: 'G' },
    ])
      expect(askedCard(asked, 'c1')).toBeNull();
  });

  test('a filter that cannot be read narrows nothing', () => {
    expect(Filter.parse({ period: '2022-M13', unit: ['a', 'b'], group: 'JS_CITIES' })).toEqual({
      ...{ period: '', unit: '', group: 'JS_CITIES' },
    });
  });
});

describe('a board while it is composed', () => {
  const steps = (from: ReturnType<typeof document>, ...taken: Step[]) => taken.reduce(composed, composing(from));
  const keys = (state: ReturnType<typeof steps>) => state.now.cards.map(({ key }) => key).join(' ');
  const three = document(text('c1'), text('c2'), text('c3'));

  test('moves a card among the others, and no further than the ends', () => {
    expect(keys(steps(three, { do: 'move', key: 'c1', to: 1 }))).toBe('c2 c1 c3');
    expect(keys(steps(three, { do: 'move', key: 'c1', to: 9 }))).toBe('c2 c3 c1');
    const still = steps(three, { do: 'move', key: 'c1', to: -1 });
    expect(still.past).toEqual([]);
  });

  test('widens and narrows within the grid', () => {
    const widths = (by: number) => steps(document(text('c1', 11)), { do: 'resize', key: 'c1', by }).now.cards[0]?.width;
    expect([1, 2, -1, -20].map(widths)).toEqual([12, 12, 10, 3]);
  });

  test('a removed key is not given again beside a higher one, and every step can be undone and done again', () => {
    const taken: Step[] = [
      { do: 'remove', key: 'c2' },
      { do: 'add', card: text('c1') },
      { do: 'resize', key: 'c1', by: -1 },
    ];
    const after = steps(three, ...taken);
    expect(keys(after)).toBe('c1 c3 c4');
    const back = taken.reduce((state) => composed(state, { do: 'undo' }), after);
    expect(back.now).toEqual(three);
    expect(taken.reduce((state) => composed(state, { do: 'redo' }), back).now).toEqual(after.now);
    expect(nextKey([])).toBe('c1');
  });

  test('what is typed letter by letter is undone as one', () => {
    const typed = [...'经济运行'].map((_, at): Step => ({ do: 'name', title: '经济运行'.slice(0, at + 1), lead: '' }));
    const after = steps(three, ...typed);
    expect(after.now.title).toBe('经济运行');
    expect(composed(after, { do: 'undo' }).now.title).toBe('经济看板');
  });
});
