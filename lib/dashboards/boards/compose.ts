import { nextKey } from './document';
import { type BoardCard, type BoardDocument, columns, narrowest } from './words';

/** A board while it is composed: how it is, how it was before each step, and what was undone. */
export type Composed = {
  readonly now: BoardDocument;
  readonly past: readonly BoardDocument[];
  readonly undone: readonly BoardDocument[];
  /** What the last step wrote, if more of the same is undone with it. */
  readonly last: string;
};

export type Step =
  | { readonly do: 'add'; readonly card: BoardCard }
  | { readonly do: 'set'; readonly card: BoardCard }
  | { readonly do: 'move'; readonly key: string; readonly to: number }
  | { readonly do: 'resize'; readonly key: string; readonly by: number }
  | { readonly do: 'remove'; readonly key: string }
  | { readonly do: 'name'; readonly title: string; readonly lead: string }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'restore'; readonly document: BoardDocument };

/** The most steps that can be undone. */
const mostSteps = 100;

/** A board before its first step. */
export const composing = (now: BoardDocument): Composed => ({ now, past: [], undone: [], last: '' });

/** The board after a step; the same where a step changes nothing. */
export function composed(state: Composed, step: Step): Composed {
  const { now, past, undone } = state;
  if (step.do === 'undo') {
    const before = past.at(-1);
    return before ? { now: before, past: past.slice(0, -1), undone: [...undone, now], last: '' } : state;
  }
  if (step.do === 'redo') {
    const after = undone.at(-1);
    return after ? { now: after, past: [...past, now], undone: undone.slice(0, -1), last: '' } : state;
  }
  const next = changed(now, step);
  if (next === now) return state;
  // What is typed letter by letter is undone as one.
  const last = step.do === 'name' ? step.do : step.do === 'set' ? `${step.do} ${step.card.key}` : '';
  const joins = last !== '' && last === state.last;
  return { now: next, past: joins ? past : [...past, now].slice(-mostSteps), undone: [], last };
}

function changed(now: BoardDocument, step: Exclude<Step, { do: 'undo' | 'redo' }>): BoardDocument {
  const { cards } = now;
  switch (step.do) {
    case 'restore':
      return step.document;
    case 'name':
      return { ...now, title: step.title, lead: step.lead };
    case 'add':
      return { ...now, cards: [...cards, { ...step.card, key: nextKey(cards) }] };
    case 'set':
      return { ...now, cards: cards.map((card) => (card.key === step.card.key ? step.card : card)) };
    case 'remove':
      return { ...now, cards: cards.filter(({ key }) => key !== step.key) };
    case 'resize': {
      const resized = (card: BoardCard) => Math.min(columns, Math.max(narrowest, card.width + step.by));
      const card = cards.find(({ key }) => key === step.key);
      if (!card || resized(card) === card.width) return now;
      return { ...now, cards: cards.map((one) => (one === card ? { ...one, width: resized(one) } : one)) };
    }
    case 'move': {
      const at = cards.findIndex(({ key }) => key === step.key);
      const to = Math.min(cards.length - 1, Math.max(0, step.to));
      const card = cards[at];
      if (!card || to === at) return now;
      const others = cards.filter((one) => one !== card);
      return { ...now, cards: [...others.slice(0, to), card, ...others.slice(to)] };
    }
  }
}
